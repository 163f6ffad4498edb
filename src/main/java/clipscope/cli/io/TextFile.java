package clipscope.cli.io;

import clipscope.file.ReadFault;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Reads text files that a person gives to a command.
public final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // Windows editors put it before UTF-8

    private TextFile() {}

    /// {@return the whole text}
    ///
    /// @throws ProblemException if there is no such file or it is not UTF-8
    public static String read(Path file) throws ProblemException {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (CharacterCodingException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, "it is not text in UTF-8"), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }

    /// {@return the lines; an empty one is an empty text, but nothing after the last line end is a line}
    public static List<String> lines(Path file) throws ProblemException {
        return read(file).lines().toList();
    }
}
