package clipscope.clip.text;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a file of a model that is text.
public final class ModelTextFile {

    private ModelTextFile() {}

    /// {@return the whole text}
    ///
    /// @param limit the most bytes such a file may have: one that claims more is not read
    /// @throws ProblemException if the file is not there, cannot be read, is larger or is not UTF-8
    public static String read(Path file, long limit) throws ProblemException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) { // reading a pipe would wait for ever
                throw new ProblemException(new Problem.UnreadableFile(file, "it is not a regular file"));
            }
            long size = Files.size(file);
            if (size > limit) {
                throw new ProblemException(new Problem.BadModelFile(
                        file, "it has %,d bytes, and such a file has no more than %,d".formatted(size, limit)));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, "access denied"), e);
        } catch (CharacterCodingException e) {
            throw new ProblemException(new Problem.BadModelFile(file, "it is not text in UTF-8"), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, String.valueOf(e.getMessage())), e);
        }
    }
}
