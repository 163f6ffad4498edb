package clipscope.ui.heatmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorScaleTest {

    /// The published 256 colours, `lib/matplotlib/_cm_listed.py` of matplotlib, × 255.
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS, 0, 0.267004, 0.004874, 0.329415",
        "VIRIDIS, 8, 0.277018, 0.050344, 0.375715",
        "VIRIDIS, 42, 0.267968, 0.223549, 0.512008",
        "VIRIDIS, 68, 0.221989, 0.339161, 0.548752",
        "VIRIDIS, 127, 0.128729, 0.563265, 0.551229",
        "MAGMA, 8, 0.013708, 0.011771, 0.068667",
        "MAGMA, 68, 0.341482, 0.080564, 0.492631",
        "MAGMA, 127, 0.709962, 0.212797, 0.477201",
        "MAGMA, 200, 0.992785, 0.594891, 0.410283",
        "CIVIDIS, 42, 0.165113, 0.247965, 0.428908",
        "CIVIDIS, 68, 0.279411, 0.318677, 0.423031",
        "CIVIDIS, 127, 0.485141, 0.482451, 0.470384",
        "CIVIDIS, 200, 0.769353, 0.707035, 0.408516"
    })
    void theColoursAreThoseOfMatplotlib(ColorScale scale, int index, double red, double green, double blue) {
        int rgb = scale.at(index / 255.0);

        assertEquals(red * 255, rgb >> 16, 3);
        assertEquals(green * 255, rgb >> 8 & 0xff, 3);
        assertEquals(blue * 255, rgb & 0xff, 3);
    }

    @Test
    void valuesBeyondTheEndsHaveTheColoursOfTheEnds() {
        assertEquals(0x440154, ColorScale.VIRIDIS.at(-3));
        assertEquals(0xfde725, ColorScale.VIRIDIS.at(1.01));
        assertEquals(0xfde725, ColorScale.VIRIDIS.at(1));
    }

    @Test
    void theDivergingOneIsPaleInTheMiddle() {
        assertEquals(0x053061, ColorScale.DIVERGING.at(0));
        assertEquals(0xf7f7f7, ColorScale.DIVERGING.at(0.5));
        assertEquals(0x67001f, ColorScale.DIVERGING.at(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRIDIS", "MAGMA", "CIVIDIS"})
    void lightnessRisesAllTheWay(ColorScale scale) {
        int last = -1;
        for (int i = 0; i <= 60; i++) {
            int rgb = scale.at(i / 60.0);
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
