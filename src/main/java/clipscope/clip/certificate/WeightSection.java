package clipscope.clip.certificate;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.WeightStatistics;
import clipscope.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the weights of a model are: which there are, which are not needed, and whether all are numbers.
final class WeightSection {

    private static final Texts TEXTS = Texts.beside(WeightSection.class);

    private static final int NAMED = 3; // tensors that a line lists

    private WeightSection() {}

    /// {@return the section of a checkpoint that fits the network}
    ///
    /// @param unexpected the tensors that the network does not need
    /// @param statistics of all tensors that hold weights
    static Section of(
            Checkpoint checkpoint, NetworkShape network, List<String> unexpected, List<WeightStatistics> statistics) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                TEXTS.get("found"),
                TEXTS.get(
                        "found.all", network.weights().size(), network.weights().size()),
                Mark.PASSED,
                ""));
        lines.add(new Line(
                TEXTS.get("unneeded"),
                TEXTS.get("count", unexpected.size()),
                unexpected.isEmpty() ? Mark.READ : Mark.NOTED,
                some(unexpected)));
        lines.add(
                new Line(TEXTS.get("parameters"), TEXTS.get("count", parameters(checkpoint, network)), Mark.READ, ""));
        lines.add(new Line(TEXTS.get("stored"), types(checkpoint), Mark.READ, ""));
        List<String> broken = statistics.stream()
                .filter(each -> !each.finite())
                .map(each -> TEXTS.get("broken.tensor", each.tensor(), each.nan(), each.infinite()))
                .toList();
        lines.add(new Line(
                TEXTS.get("broken"),
                broken.isEmpty() ? TEXTS.get("broken.none") : TEXTS.get("broken.count", broken.size()),
                broken.isEmpty() ? Mark.PASSED : Mark.FAILED,
                some(broken)));
        return new Section(TEXTS.get("section.weights"), lines);
    }

    private static long parameters(Checkpoint checkpoint, NetworkShape network) {
        return network.weights().stream()
                .map(spec -> checkpoint.tensors().get(spec.name()))
                .mapToLong(
                        tensor -> tensor == null ? 0 : tensor.shape().stream().reduce(1L, Math::multiplyExact))
                .sum();
    }

    private static String types(Checkpoint checkpoint) {
        Map<String, Long> counts = checkpoint.tensors().values().stream()
                .collect(Collectors.groupingBy(
                        (TensorEntry tensor) -> tensor.dtype().name(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> TEXTS.get("stored.type", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? shown : TEXTS.get("more", shown, names.size() - NAMED);
    }
}
