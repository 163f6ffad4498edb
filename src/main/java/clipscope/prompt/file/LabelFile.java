package clipscope.prompt.file;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file of labels: one a line, or the first column of comma-separated values.
///
/// **Thread:** Stateless.
public final class LabelFile {

    private static final Texts TEXTS = Texts.beside(LabelFile.class);

    private static final int LONGEST = 1 << 20; // bytes; ten thousand labels have a fifth of that
    private static final List<String> HEADINGS = List.of("label", "labels", "class", "name"); // of a first column

    private LabelFile() {}

    /// {@return the labels, without blank ones and repetitions}
    ///
    /// @throws ProblemException if the file cannot be read, is too long or is not text
    public static List<String> read(Path file) throws ProblemException {
        String text = text(file);
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        List<String> labels = LabelList.lines(csv ? firstColumn(text) : text);
        if (labels.isEmpty()) {
            throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.empty")));
        }
        return labels;
    }

    /// Writes labels, one a line.
    public static void write(Path file, List<String> labels) throws ProblemException {
        WholeFile.write(file, String.join("\n", labels) + "\n");
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

    /// **Source:** RFC 4180: a field in quotes may hold commas, line ends, and quotes twice.
    private static String firstColumn(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean first = true; // column of its line
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                    append(field, c, first);
                } else if (c == '"') {
                    quoted = false;
                } else {
                    append(field, c == '\n' || c == '\r' ? ' ' : c, first);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == ';' || c == '\t') {
                first = false;
            } else if (c == '\n' || c == '\r') {
                fields.add(field.toString());
                field.setLength(0);
                first = true;
            } else {
                append(field, c, first);
            }
        }
        fields.add(field.toString());
        if (HEADINGS.contains(fields.getFirst().strip().toLowerCase(Locale.ROOT))) {
            fields.removeFirst();
        }
        return String.join("\n", fields);
    }

    private static void append(StringBuilder field, char c, boolean wanted) {
        if (wanted) {
            field.append(c);
        }
    }
}
