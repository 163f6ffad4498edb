package clipscope.prompt.file;

import clipscope.file.QuotedField;
import clipscope.file.TextFile;
import clipscope.file.TextTable;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.LabelList;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file of labels: one a line, a column of a table, or a list as in Python, JSON or Markdown.
///
/// **Thread:** Stateless.
public final class LabelFile {

    private static final Texts TEXTS = Texts.beside(LabelFile.class);

    private LabelFile() {}

    /// {@return the labels, without blank ones and repetitions}
    ///
    /// @throws ProblemException if the file cannot be read, is too long or is not text
    public static List<String> read(Path file) throws ProblemException {
        String text = TextFile.read(file, TextFile.SHORT);
        return some(
                file,
                TextTable.named(file)
                        ? LabelColumn.of(text)
                        : LabelText.listed(text).orElse(LabelList.lines(text)));
    }

    /// {@return the lines of a file that [#write] has written, each a label whatever it looks like}
    ///
    /// @throws ProblemException if the file cannot be read, is too long or is not text
    static List<String> lines(Path file) throws ProblemException {
        return some(file, LabelList.lines(TextFile.read(file, TextFile.SHORT)));
    }

    /// Writes labels, one a line; into a table as its one column, with a heading.
    public static void write(Path file, List<String> labels) throws ProblemException {
        Stream<String> lines = TextTable.named(file)
                ? Stream.concat(Stream.of("label"), labels.stream().map(QuotedField::quoted))
                : labels.stream();
        WholeFile.write(file, lines.collect(Collectors.joining("\n", "", "\n")));
    }

    private static List<String> some(Path file, List<String> labels) throws ProblemException {
        if (labels.isEmpty()) {
            throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.empty")));
        }
        return labels;
    }
}
