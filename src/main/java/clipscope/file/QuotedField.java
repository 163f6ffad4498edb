package clipscope.file;

import java.util.Optional;

/// What stands in double quotes, as tables and lists have it: separators in it separate nothing, and a quote
/// within it is written twice.
///
/// **Source:** RFC 4180.
///
/// **Thread:** Immutable.
///
/// @param value without the quotes around it, and with each quote in it once
/// @param end the index behind the closing quote
public record QuotedField(String value, int end) {

    /// Reads the field whose opening quote stands at a place.
    ///
    /// @return empty if the quote is never closed
    public static Optional<QuotedField> at(String text, int open) {
        for (int i = text.indexOf('"', open + 1); i >= 0; i = text.indexOf('"', i + 2)) {
            if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
                return Optional.of(new QuotedField(text.substring(open + 1, i).replace("\"\"", "\""), i + 1));
            }
        }
        return Optional.empty();
    }

    /// {@return a value in quotes}
    public static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
