package clipscope.image.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.image.ImageSource;
import clipscope.image.PixelGoldens;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder(100);

    static List<PixelGoldens.Line> files() {
        return PixelGoldens.manifest();
    }

    /// Lossy formats too: JPEG by libjpeg's arithmetic, WebP by libwebp's.
    @ParameterizedTest
    @MethodSource("files")
    void pixelsAreThoseOfPillow(PixelGoldens.Line golden) throws ProblemException {
        PixelImage ours = decoder.decode(new ImageSource.OfFile(golden.file())).pixels();
        PixelImage expected = golden.upright();

        assertEquals(expected, ours);
    }

    @ParameterizedTest
    @MethodSource("files")
    void formatSizeAndOrientationAreThoseOfTheFile(PixelGoldens.Line golden) throws ProblemException {
        DecodedImage ours = decoder.decode(new ImageSource.OfFile(golden.file()));

        assertEquals(golden.format(), ours.format().toUpperCase(Locale.ROOT));
        assertEquals(
                List.of(golden.width(), golden.height(), golden.orientation()),
                List.of(ours.storedWidth(), ours.storedHeight(), ours.orientation()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void bytesAreReadAsTheFileTheyAreOf(PixelGoldens.Line golden) throws ProblemException, IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(golden.file()));

        assertEquals(
                golden.upright(),
                decoder.decode(new ImageSource.OfBytes("dropped", bytes)).pixels());
        assertEquals(0, bytes.position());
    }

    @Test
    void badBytesAreAProblemThatNamesThem() {
        ImageSource broken = new ImageSource.OfBytes("cat.jpg", ByteBuffer.wrap("<html>".getBytes(US_ASCII)));

        ProblemException e = assertThrows(ProblemException.class, () -> decoder.decode(broken));
        assertEquals(
                new Problem.UnreadableImage("cat.jpg", "not a picture: the first bytes are those of a web page"),
                e.problem());
    }
}
