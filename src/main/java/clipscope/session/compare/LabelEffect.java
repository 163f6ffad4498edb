package clipscope.session.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What having a label on the list changes: which labels are first for how many images with it, and how many
/// they would be first for without it.
///
/// A label without numbers of its own takes images from the others. Radford et al. 2021, section 7.1, added
/// "child" to a list and saw far fewer young people taken for criminals or animals.
///
/// **Thread:** Immutable.
///
/// @param images how many were looked at
/// @param first for how many of them the label is first
/// @param others the labels that would be first for some of those, most gained first
public record LabelEffect(String label, int images, int first, List<Other> others) {

    /// Another label.
    ///
    /// @param with for how many images it is first
    /// @param without for how many it would be first if the label were not there
    public record Other(String label, int with, int without) {}

    public LabelEffect {
        others = List.copyOf(others);
    }

    /// {@return what a label changes, as found in a round}
    static LabelEffect of(String label, Survey.Findings findings) {
        Map<String, Integer> firsts = new TreeMap<>();
        findings.best().values().forEach(best -> firsts.merge(best, 1, Integer::sum));
        Stream<Other> others = findings.heirs().getOrDefault(label, Map.of()).entrySet().stream()
                .map(heir -> {
                    int with = Objects.requireNonNullElse(firsts.get(heir.getKey()), 0);
                    return new Other(heir.getKey(), with, with + heir.getValue());
                });
        return new LabelEffect(
                label,
                findings.best().size(),
                Objects.requireNonNullElse(firsts.get(label), 0),
                others.sorted(Comparator.comparingInt((Other other) -> other.with() - other.without())
                                .thenComparing(Other::label))
                        .toList());
    }
}
