package clipscope.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files are written by hand: a palette of black, red, green and blue; a frame of one red and one green
/// pixel.
class GifScreenTest {

    private static final String PALETTE = "000000 ff0000 00ff00 0000ff";
    private static final String TRANSPARENT_BLUE = "21f904 01 0000 03 00";
    private static final String COMMENT = "21fe 02 2c2c 00";
    /// Least code size 2; the codes clear (4), 1, 2 and end (5), of three bits each.
    private static final String RED_AND_GREEN = "02 02 8c0a 00";

    @TempDir
    private Path folder;

    @Test
    void aroundAFrameIsTheFirstColour() throws IOException, ProblemException {
        String file = screen(4, 2) + PALETTE + COMMENT + frame(1, 1) + RED_AND_GREEN + "3b";

        assertEquals(picture(4, "000000 000000 000000 000000", "000000 ff0000 00ff00 000000"), decode(file));
    }

    @Test
    void aroundAFrameIsTheTransparentColourIfThereIsOne() throws IOException, ProblemException {
        String file = screen(3, 1) + PALETTE + TRANSPARENT_BLUE + frame(0, 0) + RED_AND_GREEN + "3b";

        assertEquals(picture(3, "ff0000 00ff00 0000ff"), decode(file));
    }

    @Test
    void aFrameThatSticksOutMakesTheScreenLarger() throws IOException, ProblemException {
        String file = screen(2, 1) + PALETTE + frame(1, 0) + RED_AND_GREEN + "3b";

        assertEquals(picture(3, "000000 ff0000 00ff00"), decode(file));
    }

    @Test
    void aFrameThatCoversTheScreenIsThePicture() throws IOException, ProblemException {
        String file = screen(2, 1) + PALETTE + frame(0, 0) + RED_AND_GREEN + "3b";

        assertEquals(picture(2, "ff0000 00ff00"), decode(file));
    }

    @Test
    void aSmallFrameOnAScreenAboveTheLimitIsRefused() {
        String file = screen(65535, 65535) + PALETTE + frame(0, 0) + RED_AND_GREEN + "3b";

        ProblemException e = assertThrows(ProblemException.class, () -> decode(file));

        Path path = folder.resolve("screen.gif");
        assertEquals(new Problem.ImageTooLarge(path.toString(), 65535, 65535, 100), e.problem());
    }

    private PixelImage decode(String hex) throws IOException, ProblemException {
        Path file = folder.resolve("screen.gif");
        Files.write(file, bytes(hex));
        return new ImageDecoder(100).decode(new ImageSource.OfFile(file)).pixels();
    }

    private static String screen(int width, int height) {
        return "474946383961" + word(width) + word(height) + "810000"; // GIF89a; a palette of four
    }

    private static String frame(int left, int top) {
        return "2c" + word(left) + word(top) + word(2) + word(1) + "00";
    }

    private static String word(int value) {
        return "%02x%02x".formatted(value & 0xff, value >> 8);
    }

    private static PixelImage picture(int width, String... rows) {
        return PixelImage.adopt(width, rows.length, bytes(String.join("", rows)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
