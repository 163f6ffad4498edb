package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.image.PixelImage;
import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

@FxTest
class FxImagesTest {

    /// Two lines of three pixels: the largest and smallest bytes, and ones that a mistaken sign would
    /// change.
    private static final PixelImage PIXELS = PixelImage.adopt(3, 2, new byte[] {
        (byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, (byte) 128, 127, 1, 10, 20, 30, 0, 0, 0
    });

    @Test
    void everyPixelIsShownOpaqueAndInItsPlace() {
        PixelReader shown = FxImages.image(PIXELS).getPixelReader();

        assertEquals(0xffff0000, shown.getArgb(0, 0));
        assertEquals(0xff00ff00, shown.getArgb(1, 0));
        assertEquals(0xff0000ff, shown.getArgb(2, 0));
        assertEquals(0xff807f01, shown.getArgb(0, 1));
        assertEquals(0xff0a141e, shown.getArgb(1, 1));
        assertEquals(0xff000000, shown.getArgb(2, 1));
    }

    @Test
    void thereAndBackIsTheSamePicture() {
        assertEquals(PIXELS, FxImages.pixels(FxImages.image(PIXELS)));
    }

    /// JavaFX's renderer in software blends what is one pixel wide with whatever lies beside it.
    @Test
    void aPictureOfOnePixelIsShownTwoWideAndTwoHigh() {
        PixelReader shown =
                FxImages.image(PixelImage.adopt(1, 1, new byte[] {10, 20, 30})).getPixelReader();

        for (int i = 0; i < 4; i++) {
            assertEquals(0xff0a141e, shown.getArgb(i % 2, i / 2));
        }
    }

    @Test
    void alphaIsDroppedAndTheColourUnderItStays() {
        WritableImage image = new WritableImage(1, 1);
        image.getPixelWriter().setArgb(0, 0, 0x80ff0000);

        assertEquals(PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0}), FxImages.pixels(image));
    }

    @Test
    void aPictureThatCouldNotBeLoadedIsRefused() {
        Image broken = new Image(new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThrows(IllegalArgumentException.class, () -> FxImages.pixels(broken));
    }
}
