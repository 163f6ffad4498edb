package clipscope.prompt;

import clipscope.file.QuotedField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads labels out of typed, pasted or stored text. Blank labels and repetitions are left out, spaces are
/// trimmed.
///
/// **Thread:** Stateless.
public final class LabelList {

    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final Pattern SEPARATOR = Pattern.compile("\\R|[,;\\t]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private LabelList() {}

    /// Splits what a person typed or pasted, at line ends, commas, semicolons and tabs. What stands in double
    /// quotes is one label, as in `"crane, a bird", kite`; a quote within it is written twice.
    public static List<String> parse(String text) {
        List<String> parts = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(text);
        int at = 0;
        while (at <= text.length()) {
            Optional<QuotedField> quoted = quoted(text, at);
            int end = separator.find(quoted.map(QuotedField::end).orElse(at)) ? separator.start() : text.length();
            parts.add(quoted.map(QuotedField::value).orElse(text.substring(at, end)));
            at = end < text.length() ? separator.end() : end + 1;
        }
        return labels(parts.stream());
    }

    /// Splits a label file, one label a line: there a comma belongs to its label, as in `crane, a bird`.
    public static List<String> lines(String text) {
        return labels(LINE_ENDS.splitAsStream(text));
    }

    /// {@return labels in one line, from which [#parse] makes the same labels again}
    public static String joined(List<String> labels) {
        return labels.stream().map(LabelList::quotedIfNeeded).collect(Collectors.joining(", "));
    }

    /// {@return what stands in quotes from a place on, if nothing follows it before the next separator}
    private static Optional<QuotedField> quoted(String text, int at) {
        int open = behindSpaces(text, at);
        return open < text.length() && text.charAt(open) == '"'
                ? QuotedField.at(text, open).filter(field -> separates(text, behindSpaces(text, field.end())))
                : Optional.empty();
    }

    private static int behindSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean separates(String text, int at) {
        return at == text.length()
                || SEPARATOR.matcher(text).region(at, text.length()).lookingAt();
    }

    private static String quotedIfNeeded(String label) {
        boolean plain = !label.startsWith("\"") && !SEPARATOR.matcher(label).find();
        return plain ? label : QuotedField.quoted(label);
    }

    private static List<String> labels(Stream<String> parts) {
        return List.copyOf(
                parts.map(part -> SPACES.matcher(part).replaceAll(" ").strip())
                        .filter(part -> !part.isEmpty())
                        .collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll));
    }
}
