package clipscope.file;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Text files that a person gives: labels, captions, templates.
///
/// **Thread:** Thread-safe; reads the disk.
public final class TextFile {

    /// Bytes of a table or of a list of sentences: some million of them.
    public static final int LONG = 256 << 20;

    /// Bytes of what a person looks at as a whole.
    public static final int SHORT = 1 << 20;

    private static final Texts TEXTS = Texts.beside(TextFile.class);
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // editors and spreadsheets put it before UTF-8

    private TextFile() {}

    /// {@return the whole text}
    ///
    /// @param most bytes that it may have
    /// @throws ProblemException if there is no such file, or it cannot be read, is longer, or is not text
    public static String read(Path file, int most) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) { // of a pipe nobody knows the length
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw unreadable(file, TEXTS.get("text.long", most));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw unreadable(file, TEXTS.get("text.binary"));
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw unreadable(file, TEXTS.get("text.encoding"));
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }

    /// {@return the lines; an empty one is an empty text, but nothing after the last line end is a line}
    public static List<String> lines(Path file, int most) throws ProblemException {
        return read(file, most).lines().toList();
    }

    private static ProblemException unreadable(Path file, String reason) {
        return new ProblemException(new Problem.UnreadableFile(file, reason));
    }
}
