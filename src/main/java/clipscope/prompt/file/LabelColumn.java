package clipscope.prompt.file;

import clipscope.file.TextTable;
import clipscope.prompt.LabelList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The column of a table that holds labels: the one whose heading says so; else the first that is not made of
/// numbers, which are those of classes or of lines.
///
/// **Thread:** Stateless.
final class LabelColumn {

    private static final Set<String> HEADINGS =
            Set.of("label", "labels", "class", "classname", "class_name", "name", "category");
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+\\s*");

    private LabelColumn() {}

    /// {@return the labels of a table, without blank ones and repetitions}
    static List<String> of(String table) {
        List<List<String>> rows = TextTable.rows(table);
        if (rows.isEmpty()) {
            return List.of();
        }
        OptionalInt named = named(rows.getFirst());
        int column = named.orElseGet(() -> unnamed(rows));
        return LabelList.lines(rows.stream()
                .skip(named.isPresent() ? 1 : 0)
                .filter(row -> row.size() > column)
                .map(row -> row.get(column).replaceAll("\\R", " "))
                .collect(Collectors.joining("\n")));
    }

    private static OptionalInt named(List<String> headings) {
        return IntStream.range(0, headings.size())
                .filter(i -> HEADINGS.contains(headings.get(i).strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static int unnamed(List<List<String>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .filter(i -> rows.stream()
                        .anyMatch(row ->
                                row.size() > i && !NUMBER.matcher(row.get(i)).matches()))
                .findFirst()
                .orElse(0);
    }
}
