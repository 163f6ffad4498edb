package clipscope.session.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clipscope.clip.ClipModel;
import clipscope.clip.FakeClipModel;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.Thumbnail;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo of 1600 × 1200: for thumbnails of 180 pixels it may be halved, to 800 × 600, and no further.
class ImageReaderTest {

    private static final Optional<ClipModel> MODEL = Optional.of(new FakeClipModel());

    private final ImageDecoder decoder = new ImageDecoder(10);
    private final ImageReader exact = ImageReader.exact(decoder);
    private final ImageReader quick = ImageReader.quickWithMany(decoder);

    @TempDir
    private Path folder;

    private ImageSource photo = new ImageSource.OfFile(Path.of(""));

    @BeforeEach
    void writePhoto() throws IOException {
        BufferedImage noise = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        Path file = folder.resolve("photo.jpg");
        ImageIO.write(noise, "jpg", file.toFile());
        photo = new ImageSource.OfFile(file);
    }

    @Test
    void theSizesAreThoseOfTheFileWhateverWasDecoded() throws ProblemException {
        for (ImageReader.Reading reading : List.of(exact.read(photo, MODEL), quick.readOfMany(photo, MODEL))) {
            ImageState.Decoded facts = reading.facts();
            assertEquals(new ImageState.Decoded(1600, 1200, "JPEG", false, facts.evenness()), facts);
        }
    }

    @Test
    void aFewAreReadToTheLastPixelAndManyAreNot() throws ProblemException {
        var every = Thumbnail.of(decoder.decode(photo).pixels(), ImageReader.THUMBNAIL_EDGE);

        assertEquals(every, thumbnail(quick.read(photo, MODEL)));
        assertNotEquals(every, thumbnail(quick.readOfMany(photo, MODEL)));
    }

    @Test
    void anExactReaderReadsManyToTheLastPixelToo() throws ProblemException {
        assertEquals(thumbnail(exact.read(photo, MODEL)), thumbnail(exact.readOfMany(photo, MODEL)));
    }

    private static PixelImage thumbnail(ImageReader.Reading reading) {
        return assertInstanceOf(ImageReader.Reading.Fresh.class, reading).thumbnail();
    }
}
