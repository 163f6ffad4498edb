package clipscope.image.file;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads the file of a picture, if it can be one.
public final class PictureFile {

    private static final Texts TEXTS = Texts.beside(PictureFile.class);

    private static final long LONGEST = 1L << 30; // bytes; a picture of 100 megapixels and 8 bits has 300 million

    private PictureFile() {}

    /// {@return the whole file}
    ///
    /// Only the first bytes are read of a file that is no picture. Nothing but a regular file is opened: a
    /// pipe or a device would keep its reader waiting for ever.
    ///
    /// @throws ProblemException if the file is missing or the system does not let us read it
    /// @throws Unreadable if it is empty, too long, or begins as no picture does
    public static byte[] read(Path path) throws ProblemException, IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new ProblemException(new Problem.UnreadableFile(path, TEXTS.get("folder")));
            }
            if (!attributes.isRegularFile()) {
                throw new ProblemException(new Problem.UnreadableFile(path, TEXTS.get("device")));
            }
            return read(path, attributes.size());
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(path), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, TEXTS.get("permission")), e);
        }
    }

    private static byte[] read(Path path, long size) throws IOException {
        if (size == 0) {
            throw new Unreadable(TEXTS.get("empty"));
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] beginning = in.readNBytes(FileBeginning.LENGTH);
            FileBeginning.format(beginning); // a long file that is no picture is not read to its end
            if (size > LONGEST) {
                throw new Unreadable(TEXTS.get("long", size, LONGEST));
            }
            byte[] file = new byte[(int) Math.max(size, beginning.length)];
            System.arraycopy(beginning, 0, file, 0, beginning.length);
            int read = beginning.length + in.readNBytes(file, beginning.length, file.length - beginning.length);
            if (read < size) {
                throw new Unreadable(TEXTS.get("shorter"));
            }
            return file;
        }
    }
}
