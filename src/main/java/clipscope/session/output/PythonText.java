package clipscope.session.output;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Values as Python writes them. What comes from files and people stays a value, whatever is in it.
final class PythonText {

    /// Signs that turn the direction of reading: code with them runs other than it reads.
    private static final String TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private PythonText() {}

    /// {@return a string literal}
    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Character.isISOControl(point) || isLoneSurrogate(point) || TURNING.indexOf(point) >= 0) {
                        literal.append("\\u%04x".formatted(point));
                    } else {
                        literal.appendCodePoint(point);
                    }
                }
            }
        });
        return literal.append('"').toString();
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /// {@return a list, an item a line}
    static String list(List<String> items) {
        return items.stream().map(item -> "    " + string(item) + ",\n").collect(Collectors.joining("", "[\n", "]"));
    }

    /// {@return a dictionary, an entry a line}
    static String dictionary(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> "    %s: %s,%n".formatted(string(entry.getKey()), string(entry.getValue())))
                .collect(Collectors.joining("", "{\n", "}"));
    }

    /// {@return a list of numbers in one line, with all their digits}
    static String numbers(List<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /// {@return one line of a comment}
    static String comment(String text) {
        return "# " + text.replaceAll("\\R", " ");
    }
}
