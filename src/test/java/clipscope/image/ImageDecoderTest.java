package clipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @ParameterizedTest
    @MethodSource("files")
    void pixelsAreThoseOfPillow(PixelGoldens.Line golden) throws ProblemException {
        PixelImage ours = decoder.decode(new ImageSource.OfFile(golden.file())).pixels();
        PixelImage expected = golden.upright();

        assertEquals(expected.width(), ours.width());
        assertEquals(expected.height(), ours.height());
        Difference difference = Difference.between(expected, ours);
        assertTrue(difference.mean() <= tolerance(golden), difference::toString);
    }

    /// {@return the mean difference allowed, in grey levels}
    ///
    /// JPEG too is equal to Pillow's: both have libjpeg's arithmetic. The decoder of lossy WebP is not: 3.0
    /// at
    /// quality 90 and 6.7 at 30 were measured.
    private static double tolerance(PixelGoldens.Line golden) {
        return golden.name().startsWith("webp-lossy") && !golden.exact() ? 7 : 0;
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

    /// How far two pictures are apart, in grey levels.
    private record Difference(double mean, int most) {

        static Difference between(PixelImage a, PixelImage b) {
            byte[] left = a.toBytes();
            byte[] right = b.toBytes();
            long sum = 0;
            int most = 0;
            for (int i = 0; i < left.length; i++) {
                int difference = Math.abs((left[i] & 0xff) - (right[i] & 0xff));
                sum += difference;
                most = Math.max(most, difference);
            }
            return new Difference((double) sum / left.length, most);
        }
    }
}
