package clipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailTest {

    @ParameterizedTest
    @CsvSource({"400, 300, 100, 100, 75", "300, 400, 100, 75, 100", "5000, 1, 100, 100, 1", "101, 100, 100, 100, 99"})
    void theLongerEdgeGetsTheLengthAndTheOtherFollows(
            int width, int height, int edge, int thumbWidth, int thumbHeight) {
        PixelImage thumbnail = Thumbnail.of(PixelImage.adopt(width, height, new byte[3 * width * height]), edge);

        assertEquals(List.of(thumbWidth, thumbHeight), List.of(thumbnail.width(), thumbnail.height()));
    }

    @Test
    void aSmallPictureIsNotEnlarged() {
        PixelImage small = grey(2, 2, 1, 2, 3, 4);

        assertSame(small, Thumbnail.of(small, 2));
    }

    @Test
    void aPixelIsTheMeanOfWhatItCovers() {
        // left half (10 + 20 + 50 + 60) / 4, right half (30 + 40 + 70 + 81) / 4 = 55.25
        assertEquals(grey(2, 1, 35, 55), Thumbnail.of(grey(4, 2, 10, 20, 30, 40, 50, 60, 70, 81), 2));
    }

    @Test
    void aPixelThatLiesOnTwoCountsInBoth() {
        // (0 + 90 / 2) / 1.5 = 30 and (90 / 2 + 240) / 1.5 = 190
        assertEquals(grey(2, 1, 30, 190), Thumbnail.of(grey(3, 1, 0, 90, 240), 2));
        assertEquals(grey(1, 2, 30, 190), Thumbnail.of(grey(1, 3, 0, 90, 240), 2));
    }

    @Test
    void theChannelsDoNotMix() {
        byte[] rgb = {(byte) 255, 0, 0, (byte) 255, 0, 100};

        assertArrayEquals(
                new byte[] {(byte) 255, 0, 50},
                Thumbnail.of(PixelImage.adopt(2, 1, rgb), 1).toBytes());
    }

    @Test
    void whiteStaysWhite() {
        PixelImage white =
                grey(97, 31, IntStream.range(0, 97 * 31).map(_ -> 255).toArray());

        assertEquals(grey(20, 6, IntStream.range(0, 120).map(_ -> 255).toArray()), Thumbnail.of(white, 20));
    }

    @Test
    void anEdgeMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> Thumbnail.of(grey(1, 1, 0), 0));
    }

    private static PixelImage grey(int width, int height, int... levels) {
        byte[] rgb = new byte[3 * levels.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) levels[i / 3];
        }
        return PixelImage.adopt(width, height, rgb);
    }
}
