package clipscope.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads labels out of typed, pasted or stored text. Blank labels and repetitions are left out, spaces are
/// trimmed.
public final class LabelList {

    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final Pattern SEPARATORS = Pattern.compile("\\R|[,;\\t]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private LabelList() {}

    /// Splits what a person typed or pasted, at line ends, commas, semicolons and tabs.
    public static List<String> parse(String text) {
        return labels(SEPARATORS.splitAsStream(text));
    }

    /// Splits a label file, one label a line: there a comma belongs to its label, as in `crane, a bird`.
    public static List<String> lines(String text) {
        return labels(LINE_ENDS.splitAsStream(text));
    }

    private static List<String> labels(Stream<String> parts) {
        return List.copyOf(
                parts.map(part -> SPACES.matcher(part).replaceAll(" ").strip())
                        .filter(part -> !part.isEmpty())
                        .collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll));
    }
}
