package clipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvennessTest {

    @Test
    void aPictureOfOneColourIsEven() {
        assertEquals(1, Evenness.of(PixelImage.adopt(200, 100, new byte[3 * 200 * 100])));
    }

    @Test
    void aSinglePixelHasNoNeighbours() {
        assertEquals(1, Evenness.of(PixelImage.adopt(1, 1, new byte[3])));
    }

    @Test
    void twoHalvesDifferAlongTheirBorderAlone() {
        byte[] rgb = new byte[3 * 4 * 4];
        for (int i = 8; i < 16; i++) { // the lower two of four rows
            rgb[3 * i] = 10;
        }

        // 12 pairs beside each other, 12 above each other, of which 4 are at the border
        assertEquals(20 / 24.0, Evenness.of(PixelImage.adopt(4, 4, rgb)), 1e-12);
    }

    @Test
    void noiseLooksLikeAPhotograph() {
        byte[] rgb = new byte[3 * 64 * 64];
        new Random(1).nextBytes(rgb);

        assertTrue(Evenness.of(PixelImage.adopt(64, 64, rgb)) < Evenness.OF_PHOTOGRAPHS);
    }
}
