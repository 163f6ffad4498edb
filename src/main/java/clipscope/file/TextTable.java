package clipscope.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads tables as spreadsheets write them: a line for each row, a comma, tab, semicolon or vertical bar
/// between the fields. A field in quotes may hold separators, line ends, and quotes twice. A quote that never
/// ends, or that stands within a field as in `5" pipe`, is a sign like any other.
///
/// **Source:** RFC 4180.
///
/// **Thread:** Confined to the thread of its one reading.
public final class TextTable {

    private static final String SEPARATORS = ",;|";

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();

    private TextTable(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /// {@return whether a file is called as tables are}
    public static boolean named(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    /// {@return the fields of each line; lines without any sign are left out}
    public static List<List<String>> rows(String text) {
        TextTable table = new TextTable(text);
        table.read();
        return table.rows;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Optional<QuotedField> quoted = c == '"' && field.isEmpty() ? QuotedField.at(text, i) : Optional.empty();
            if (quoted.isPresent()) {
                field.append(quoted.get().value());
                i = quoted.get().end() - 1;
            } else if (c == separator) {
                endField();
            } else if (c == '\n' || c == '\r') {
                endRow();
            } else {
                field.append(c);
            }
        }
        endRow();
    }

    private void endField() {
        fields.add(field.toString());
        field.setLength(0);
    }

    private void endRow() {
        endField();
        if (!fields.stream().allMatch(String::isBlank)) {
            rows.add(List.copyOf(fields));
        }
        fields = new ArrayList<>();
    }

    /// {@return a tab if there is one in the first line, which no sentence has; else the separator that comes
    /// first: the first column is seldom one that holds others}
    private static char separator(String text) {
        char first = 0;
        for (int i = 0; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = QuotedField.at(text, i).map(QuotedField::end).orElse(i + 1) - 1;
            } else if (c == '\t') {
                return c;
            } else if (first == 0 && SEPARATORS.indexOf(c) >= 0) {
                first = c;
            }
        }
        return first == 0 ? ',' : first;
    }
}
