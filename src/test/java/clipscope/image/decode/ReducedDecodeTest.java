package clipscope.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.ImageSource;
import clipscope.image.PixelGoldens;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// JPEG at a smaller size, compared with what libjpeg makes of it.
class ReducedDecodeTest {

    private static final int HEIGHT = 117; // of all these files, whose width is 203

    @TempDir
    private Path folder;

    private final ImageDecoder decoder = new ImageDecoder(100);

    /// Grey levels. libjpeg rounds three times on its way from a frequency to a colour, we round twice; where
    /// chroma has half the columns it doubles them, and we do not have to.
    @ParameterizedTest
    @CsvSource({
        "444, 2, 3, 0.3", "444, 4, 3, 0.4", "444, 8, 2, 0.3",
        "420, 2, 3, 0.3", "420, 4, 3, 0.4", "420, 8, 3, 0.4",
        "restart, 2, 3, 0.3", "restart, 4, 3, 0.4", "restart, 8, 3, 0.4",
        "grey, 2, 1, 0.1", "grey, 4, 1, 0.1", "grey, 8, 1, 0.1",
    })
    void pixelsAreThoseOfLibjpeg(String name, int shrink, int most, double mean) throws ProblemException {
        PixelImage ours = reduced(name, shrink);
        PixelImage expected = PixelGoldens.picture("reduced/%s-%d.png".formatted(name, shrink));

        Difference difference = Difference.of(expected, ours);
        assertEquals(List.of(expected.width(), expected.height()), List.of(ours.width(), ours.height()));
        assertTrue(difference.most() <= most && difference.mean() <= mean, difference::toString);
    }

    /// libjpeg halves the columns of chroma once more; here it is compared with the mean of whole pixels.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void chromaOfHalfTheColumnsIsNotHalvedAgain(int shrink) throws ProblemException {
        PixelImage ours = reduced("422", shrink);

        Difference difference = Difference.of(PixelGoldens.picture("reduced/422-%d.png".formatted(shrink)), ours);
        assertTrue(difference.mean() < 1, difference::toString);
    }

    private PixelImage reduced(String name, int shrink) throws ProblemException {
        Path file = Path.of("src/test/golden/pixels/reduced", name + ".jpg");
        int side = HEIGHT / shrink / 2;
        return decoder.decode(new ImageSource.OfFile(file), new DecodeDetail.ForShorterSide(side))
                .pixels();
    }

    record Difference(int most, double mean) {

        static Difference of(PixelImage expected, PixelImage ours) {
            byte[] a = expected.toBytes();
            byte[] b = ours.toBytes();
            assertEquals(a.length, b.length);
            int most = 0;
            long sum = 0;
            for (int i = 0; i < a.length; i++) {
                int difference = Math.abs((a[i] & 0xff) - (b[i] & 0xff));
                most = Math.max(most, difference);
                sum += difference;
            }
            return new Difference(most, (double) sum / a.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"58, 1", "59, 1", "29, 2", "30, 1", "14, 4", "15, 2", "7, 8", "1, 8"})
    void atLeastTwiceTheShorterSideIsLeft(int side, int shrink) {
        assertEquals(shrink, new DecodeDetail.ForShorterSide(side).shrink(203, HEIGHT));
        assertEquals(shrink, new DecodeDetail.ForShorterSide(side).shrink(HEIGHT, 203));
    }

    @Test
    void sizeAndOrientationAreStillThoseOfTheFile() throws ProblemException {
        DecodedImage image = decoder.decode(
                new ImageSource.OfFile(PixelGoldens.file("jpeg-exif-6.jpg")), new DecodeDetail.ForShorterSide(6));

        assertEquals(List.of(40, 24, 6), List.of(image.storedWidth(), image.storedHeight(), image.orientation()));
        assertEquals(
                List.of(12, 20), List.of(image.pixels().width(), image.pixels().height()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg-progressive.jpg", "png-rgb.png", "webp-lossy.webp", "tiff-jpeg.tif"})
    void whatCannotComeSmallerComesWhole(String name) throws ProblemException {
        ImageSource source = new ImageSource.OfFile(PixelGoldens.file(name));

        PixelImage whole = decoder.decode(source, new DecodeDetail.All()).pixels();

        assertEquals(
                whole,
                decoder.decode(source, new DecodeDetail.ForShorterSide(1)).pixels());
    }

    @Test
    void inksComeSmallerToo() throws ProblemException {
        ImageSource source = new ImageSource.OfFile(PixelGoldens.file("jpeg-cmyk.jpg"));

        PixelImage small =
                decoder.decode(source, new DecodeDetail.ForShorterSide(6)).pixels();

        PixelImage whole = decoder.decode(source).pixels();
        assertEquals(List.of(19, 13), List.of(small.width(), small.height())); // of 150 × 100
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(mean(whole, 8, 8, channel), small.at(1, 1, channel), 6, "channel " + channel);
        }
    }

    private static double mean(PixelImage image, int left, int top, int channel) {
        double sum = 0;
        for (int y = top; y < top + 8; y++) {
            for (int x = left; x < left + 8; x++) {
                sum += image.at(x, y, channel);
            }
        }
        return sum / 64;
    }

    /// Whatever is wrong with a file, both ways say the same of it.
    @Test
    void aDamagedFileIsRefusedWithTheSameWords() throws IOException {
        byte[] good = Files.readAllBytes(Path.of("src/test/golden/pixels/reduced/420.jpg"));
        Path file = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(good, good.length / 2));
        ImageSource source = new ImageSource.OfFile(file);

        ProblemException whole = assertThrows(ProblemException.class, () -> decoder.decode(source));
        ProblemException small =
                assertThrows(ProblemException.class, () -> decoder.decode(source, new DecodeDetail.ForShorterSide(10)));

        assertEquals(whole.problem(), small.problem());
    }

    /// A channel with a third of another's samples cannot be made alike by dividing 8.
    @Test
    void rareSamplingFactorsComeWhole() throws IOException, ProblemException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/golden/pixels/reduced/444.jpg"));
        int frame = HexFormat.of().formatHex(bytes).indexOf("ffc00011") / 2;
        bytes[frame + 11] = 0x31;
        Path file = Files.write(folder.resolve("thirds.jpg"), bytes);
        ImageSource source = new ImageSource.OfFile(file);

        PixelImage whole = decoder.decode(source).pixels();

        assertEquals(
                whole,
                decoder.decode(source, new DecodeDetail.ForShorterSide(10)).pixels());
    }
}
