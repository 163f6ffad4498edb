package clipscope.cli.io;

/// One field of comma-separated values.
///
/// **Source:** RFC 4180.
public final class CsvField {

    private CsvField() {}

    /// {@return a field, in quotes where it has to be}
    public static String of(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
