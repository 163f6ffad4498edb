package clipscope.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.image.ImageSource;
import clipscope.image.PixelGoldens;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import java.util.List;
import java.util.Locale;
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
}
