package clipscope.ui.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorScaleTest {

    /// The published 256 colours, `lib/matplotlib/_cm_listed.py` of matplotlib, × 255.
    @ParameterizedTest
    @CsvSource({
        "0, 0.267004, 0.004874, 0.329415",
        "8, 0.277018, 0.050344, 0.375715",
        "42, 0.267968, 0.223549, 0.512008",
        "68, 0.221989, 0.339161, 0.548752",
        "127, 0.128729, 0.563265, 0.551229"
    })
    void theColoursAreThoseOfMatplotlib(int index, double red, double green, double blue) {
        int rgb = ColorScale.at(index / 255.0);

        assertEquals(red * 255, rgb >> 16, 2);
        assertEquals(green * 255, rgb >> 8 & 0xff, 2);
        assertEquals(blue * 255, rgb & 0xff, 2);
    }

    @Test
    void valuesBeyondTheEndsHaveTheColoursOfTheEnds() {
        assertEquals(0x440154, ColorScale.at(-3));
        assertEquals(0xfde725, ColorScale.at(1.01));
        assertEquals(0xfde725, ColorScale.at(1));
    }

    @Test
    void lightnessRisesAllTheWay() {
        int last = -1;
        for (int i = 0; i <= 60; i++) {
            int rgb = ColorScale.at(i / 60.0);
            int grey = 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff); // ITU-R BT.601
            assertTrue(grey > last, "step " + i);
            last = grey;
        }
    }

    @Test
    void textIsWhiteOnDarkColoursAndBlackOnBrightOnes() {
        assertTrue(ColorScale.wantsWhiteText(0x440154));
        assertTrue(ColorScale.wantsWhiteText(0x0000ff));
        assertTrue(!ColorScale.wantsWhiteText(0xfde725));
        assertTrue(!ColorScale.wantsWhiteText(0x808080)); // contrast 3.95 with white, 5.3 with black
    }
}
