package clipscope.train.run;

import clipscope.clip.engine.TrainingState;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.TensorEntry;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a training stands, in a safetensors file: the lists of its state one behind the other, each
/// tensor's name after the name of its list.
///
/// **Thread:** Immutable.
public record CheckpointFile(Path file) {

    private static final Texts TEXTS = Texts.beside(CheckpointFile.class);

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final String STEPS = "steps"; // one number; exact in float32 up to 16 million
    private static final List<String> LISTS = List.of("weights/", "first/", "second/", "average/");

    /// {@return whether there is one}
    public boolean exists() {
        return Files.exists(file);
    }

    /// Writes a state in place of the one before. Whatever interrupts it, one of the two is there.
    ///
    /// @throws ProblemException if it cannot be written; then the one before is as it was
    public void write(TrainingState state) throws ProblemException {
        List<FloatTensor> tensors = new ArrayList<>();
        tensors.add(FloatTensor.adopt(STEPS, List.of(1L), new float[] {state.steps()}));
        List<List<FloatTensor>> lists = List.of(state.weights(), state.first(), state.second(), state.average());
        for (int i = 0; i < lists.size(); i++) {
            String list = LISTS.get(i);
            lists.get(i).forEach(each -> tensors.add(each.named(list + each.name())));
        }
        WholeFile.write(file, partial -> SafetensorsWriter.write(partial, tensors));
    }

    /// {@return the state in the file}
    ///
    /// @throws ProblemException if it is no such file
    public TrainingState read() throws ProblemException {
        try (SafetensorsFile source = SafetensorsFile.open(file)) {
            List<List<FloatTensor>> lists = new ArrayList<>();
            for (String list : LISTS) {
                lists.add(source.tensors().values().stream()
                        .filter(each -> each.name().startsWith(list))
                        .sorted(Comparator.comparing(TensorEntry::begin)) // as they were written
                        .map(each -> tensor(source, each, each.name().substring(list.length())))
                        .toList());
            }
            return new TrainingState(steps(source), lists.get(0), lists.get(1), lists.get(2), lists.get(3));
        }
    }

    /// {@return how many steps are done, without reading the rest of the state}
    ///
    /// @throws ProblemException if it is no such file
    public int steps() throws ProblemException {
        try (SafetensorsFile source = SafetensorsFile.open(file)) {
            return steps(source);
        }
    }

    private int steps(SafetensorsFile source) throws ProblemException {
        TensorEntry steps = source.tensors().get(STEPS);
        if (steps == null || steps.dtype() != DType.F32 || !steps.shape().equals(List.of(1L))) {
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("checkpoint.steps")));
        }
        return (int) tensor(source, steps, STEPS).at(0);
    }

    private static FloatTensor tensor(SafetensorsFile source, TensorEntry entry, String name) {
        float[] values = source.bytes(entry).toArray(FLOAT);
        return FloatTensor.adopt(name, entry.shape(), values);
    }
}
