package clipscope.prompt.file;

import clipscope.file.QuotedField;
import clipscope.file.ReadFault;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.LabelList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file of labels: one a line, a column of a table, or a list as in Python, JSON or Markdown.
///
/// **Thread:** Stateless.
public final class LabelFile {

    private static final Texts TEXTS = Texts.beside(LabelFile.class);

    private static final int LONGEST = 1 << 20; // bytes; ten thousand labels have a fifth of that

    private LabelFile() {}

    /// {@return the labels, without blank ones and repetitions}
    ///
    /// @throws ProblemException if the file cannot be read, is too long or is not text
    public static List<String> read(Path file) throws ProblemException {
        String text = text(file);
        return some(
                file,
                isTable(file) ? LabelColumn.of(text) : LabelText.listed(text).orElse(LabelList.lines(text)));
    }

    /// {@return the lines of a file that [#write] has written, each a label whatever it looks like}
    ///
    /// @throws ProblemException if the file cannot be read, is too long or is not text
    static List<String> lines(Path file) throws ProblemException {
        return some(file, LabelList.lines(text(file)));
    }

    /// Writes labels, one a line; into a table as its one column, with a heading.
    public static void write(Path file, List<String> labels) throws ProblemException {
        Stream<String> lines = isTable(file)
                ? Stream.concat(Stream.of("label"), labels.stream().map(QuotedField::quoted))
                : labels.stream();
        WholeFile.write(file, lines.collect(Collectors.joining("\n", "", "\n")));
    }

    private static boolean isTable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    private static List<String> some(Path file, List<String> labels) throws ProblemException {
        if (labels.isEmpty()) {
            throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.empty")));
        }
        return labels;
    }

    private static String text(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.long", LONGEST)));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.binary")));
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text; // as spreadsheets begin their files
        } catch (CharacterCodingException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.encoding")), e);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }
}
