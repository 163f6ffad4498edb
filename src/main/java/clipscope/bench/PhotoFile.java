package clipscope.bench;

import clipscope.image.ImageSource;
import clipscope.image.JpegWriter;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A JPEG file to measure with, for as long as it is open.
record PhotoFile(Path path) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoFile.class);

    /// Writes one like a photograph, of that many pixels.
    static PhotoFile of(int width, int height) throws ProblemException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            PhotoFile photo = new PhotoFile(Files.createTempFile("clipscope-bench", ".jpg"));
            JpegWriter.write(PhotoLike.draw(width, height), photo.path());
            return photo;
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(folder, String.valueOf(e.getMessage())), e);
        }
    }

    ImageSource source() {
        return new ImageSource.OfFile(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.info("{} stays", path, e);
        }
    }
}
