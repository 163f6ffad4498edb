package clipscope.clip.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.image.PixelImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The pixels of each step are compared with Pillow's in `PreprocessorTest`; here it is which step is taken
/// where.
class FramerTest {

    private static final int SIDE = 28;
    private static final PixelImage WIDE = picture(70, 49);

    private final Framer clip = new Framer(new Preprocessor(Preprocessing.clip(SIDE)));
    private final Framer siglip = new Framer(new Preprocessor(Preprocessing.siglip(SIDE)));

    @Test
    void aModelsOwnFramingIsThatOfItsSettings() {
        assertEquals(Framing.CROP, clip.own());
        assertEquals(Framing.SQUASH, siglip.own());
        assertEquals(List.of(new Preprocessor(Preprocessing.clip(SIDE)).apply(WIDE)), clip.apply(WIDE, Framing.CROP));
        assertEquals(
                List.of(new Preprocessor(Preprocessing.siglip(SIDE)).apply(WIDE)), siglip.apply(WIDE, Framing.SQUASH));
    }

    @Test
    void squashedAllOfThePictureFillsTheSquare() {
        PixelImage expected = resized(SIDE, SIDE);

        assertEquals(expected, clip.picture(clip.apply(WIDE, Framing.SQUASH).getFirst()));
        assertEquals(List.of(new CropBox(0, 0, 70, 49)), clip.boxes(70, 49, Framing.SQUASH));
    }

    /// 70 × 49 with the longer edge at 28 has 19.6 rows, rounded 20: 4 black rows above, 4 below.
    @Test
    void paddedItLiesBetweenBlackBars() {
        PixelImage middle = resized(SIDE, 20);
        PixelImage padded = clip.picture(clip.apply(WIDE, Framing.PAD).getFirst());

        for (int x = 0; x < SIDE; x++) {
            assertEquals(0, padded.at(x, 3, 0));
            assertEquals(0, padded.at(x, 24, 1));
            for (int y = 0; y < 20; y++) {
                assertEquals(middle.at(x, y, 2), padded.at(x, y + 4, 2));
            }
        }
    }

    /// A seventh larger than 28 is 32; then 70 × 49 becomes 45.7 × 32, so that 18 columns and 4 rows are
    /// left over.
    @Test
    void fiveCropsAreTheCornersAndTheMiddleOfALargerPicture() {
        PixelImage large = resized(46, 32);
        List<PixelTensor> crops = clip.apply(WIDE, Framing.FIVE_CROPS);
        int[][] corners = {{0, 0}, {18, 0}, {0, 4}, {18, 4}, {9, 2}};

        assertEquals(5, crops.size());
        for (int i = 0; i < corners.length; i++) {
            assertEquals(part(large, corners[i][0], corners[i][1]), clip.picture(crops.get(i)));
        }
        CropBox last = clip.boxes(70, 49, Framing.FIVE_CROPS).getLast();
        assertEquals(9 * 70 / 46.0, last.x(), 1e-9);
        assertEquals(28 * 49 / 32.0, last.height(), 1e-9);
    }

    @Test
    void aTensorTurnedBackIsThePictureItWasMadeOf() {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) i; // every value in every channel
        }
        PixelImage all = PixelImage.adopt(SIDE, SIDE, rgb);

        assertEquals(all, clip.picture(clip.apply(all, Framing.CROP).getFirst()));
        assertEquals(all, siglip.picture(siglip.apply(all, Framing.SQUASH).getFirst()));
    }

    private static PixelImage resized(int width, int height) {
        return new Preprocessor(new Preprocessing(
                        ResizeMode.SQUASH,
                        width,
                        height,
                        Resample.BICUBIC,
                        Optional.empty(),
                        List.of(0f, 0f, 0f),
                        List.of(1f, 1f, 1f)))
                .resized(WIDE);
    }

    private static PixelImage part(PixelImage image, int x, int y) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            image.copy(3 * ((y + row) * image.width() + x), rgb, 3 * SIDE * row, 3 * SIDE);
        }
        return PixelImage.adopt(SIDE, SIDE, rgb);
    }

    private static PixelImage picture(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new Random(1).nextBytes(rgb);
        return PixelImage.adopt(width, height, rgb);
    }
}
