package clipscope.ui.duel.table;

import clipscope.score.duel.DuelScores;
import clipscope.score.duel.TopLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A duel as lines of fields: with commas between them for a file, with tabs for the clipboard.
///
/// Numbers are written so that reading them gives the same `double` again; what is not known is left empty.
///
/// **Source:** RFC 4180 (line ends and quoting).
public final class DuelCsv {

    private static final String LINE_END = "\r\n";

    private DuelCsv() {}

    /// {@return a head, and a line for each image}
    ///
    /// @param names of the images, in the order of the table
    /// @param left the name of the left model
    public static List<List<String>> images(DuelTable table, List<String> names, String left, String right) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "image",
                "label",
                left + ": top label",
                left + ": probability",
                right + ": top label",
                right + ": probability",
                "distance"));
        for (DuelScores.OfImage one : table.scores().images()) {
            OptionalInt truth = table.truths().get(one.image());
            lines.add(List.of(
                    names.get(one.image()),
                    truth.isPresent() ? table.labels().get(truth.getAsInt()) : "",
                    label(table, one.left()),
                    Double.toString(one.left().probability()),
                    label(table, one.right()),
                    Double.toString(one.right().probability()),
                    Double.toString(one.distance())));
        }
        return lines;
    }

    /// {@return a head, and a line for each label}
    public static List<List<String>> prompts(DuelTable table, String left, String right) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("label", left + ": prompt", right + ": prompt", "rank correlation"));
        for (int label = 0; label < table.labels().size(); label++) {
            OptionalDouble correlation = table.scores().correlations().get(label);
            lines.add(List.of(
                    table.labels().get(label),
                    table.left().prompts().get(label),
                    table.right().prompts().get(label),
                    correlation.isPresent() ? Double.toString(correlation.getAsDouble()) : ""));
        }
        return lines;
    }

    public static String commas(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(DuelCsv::quoted).collect(Collectors.joining(",")) + LINE_END)
                .collect(Collectors.joining());
    }

    /// {@return the same as spreadsheets paste it}
    public static String tabs(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream()
                                .map(field -> field.replaceAll("[\t\r\n]+", " "))
                                .collect(Collectors.joining("\t"))
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String label(DuelTable table, TopLabel top) {
        return table.labels().get(top.label());
    }

    private static String quoted(String field) {
        boolean plain = field.equals(field.strip()) && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
