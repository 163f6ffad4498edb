package clipscope.clip.text;

import clipscope.file.ReadFault;
import clipscope.language.Texts;
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

    private static final Texts TEXTS = Texts.beside(ModelTextFile.class);

    private ModelTextFile() {}

    /// Looks at a file's size, without reading it.
    ///
    /// @param limit the most bytes such a file may have
    /// @throws ProblemException if it is larger or cannot be looked at
    public static void checkSize(Path file, long limit) throws ProblemException {
        try {
            long size = Files.size(file);
            if (size > limit) {
                throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("file.long", size, limit)));
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }

    /// {@return the whole text}
    ///
    /// @param limit the most bytes such a file may have: one that claims more is not read
    /// @throws ProblemException if the file is not there, cannot be read, is larger or is not UTF-8
    public static String read(Path file, long limit) throws ProblemException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) { // reading a pipe would wait for ever
                throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.kind")));
            }
            long size = Files.size(file);
            if (size > limit) {
                throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("file.long", size, limit)));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("file.denied")), e);
        } catch (CharacterCodingException e) {
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("file.encoding")), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }
}
