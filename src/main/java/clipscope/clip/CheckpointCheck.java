package clipscope.clip;

import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares what a checkpoint has with what a network needs.
public final class CheckpointCheck {

    private static final Texts TEXTS = Texts.beside(CheckpointCheck.class);

    private static final int NAMED = 5; // how many missing tensors a problem lists
    private static final Set<List<Long>> ONE_NUMBER = Set.of(List.of(), List.of(1L)); // as converters write a scalar

    private CheckpointCheck() {}

    /// Checks that every weight is there, of the right shape and kind. What the checkpoint has besides, such
    /// as the `position_ids` of old files, is ignored.
    ///
    /// @throws ProblemException naming the weights that are missing, or the one that is wrong
    public static void check(Checkpoint checkpoint, NetworkShape network) throws ProblemException {
        List<WeightSpec> needed = network.weights();
        Map<String, TensorEntry> found = checkpoint.tensors();
        List<String> missing = needed.stream()
                .map(WeightSpec::name)
                .filter(name -> !found.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw bad(checkpoint, TEXTS.get("weights.missing", list(missing)));
        }
        for (WeightSpec spec : needed) {
            TensorEntry entry = found.get(spec.name());
            if (entry != null) {
                check(checkpoint, spec, entry);
            }
        }
    }

    /// {@return what the checkpoint has and the network does not need, in the checkpoint's order}
    public static List<String> unexpected(Checkpoint checkpoint, NetworkShape network) {
        Set<String> needed = network.weights().stream().map(WeightSpec::name).collect(Collectors.toSet());
        return checkpoint.tensors().keySet().stream()
                .filter(name -> !needed.contains(name))
                .toList();
    }

    private static void check(Checkpoint checkpoint, WeightSpec spec, TensorEntry found) throws ProblemException {
        boolean scalar = ONE_NUMBER.contains(spec.shape()) && ONE_NUMBER.contains(found.shape());
        if (!found.shape().equals(spec.shape()) && !scalar) {
            throw bad(checkpoint, TEXTS.get("weights.shape", spec.name(), found.shape(), spec.shape()));
        }
        if (!found.dtype().isWeight()) {
            throw bad(checkpoint, TEXTS.get("weights.type", spec.name(), found.dtype()));
        }
    }

    private static String list(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? shown : TEXTS.get("weights.more", shown, names.size() - NAMED);
    }

    private static ProblemException bad(Checkpoint checkpoint, String reason) {
        return new ProblemException(new Problem.BadModelFile(checkpoint.location(), reason));
    }
}
