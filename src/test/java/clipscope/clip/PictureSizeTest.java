package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PictureSizeTest {

    /// ViT-B/32: one and a half of 224 is 336, which is 10.5 patches; ten of them are 320 pixels.
    @Test
    void sizesOfferedAreWholePatches() {
        assertEquals(List.of(224, 320, 448, 672), PictureSize.asTrained(224, 32).choices());
    }

    /// 384 pixels are 27 patches of 14 and a rest; 576, 768 and 1,152 are cut to 41, 54 and 82 patches.
    @Test
    void theSizeOfTheTrainingIsOfferedEvenWithARest() {
        assertEquals(
                List.of(384, 574, 756, 1148), PictureSize.asTrained(384, 14).choices());
    }

    @Test
    void theSizeInUseIsAmongThem() {
        assertEquals(List.of(64, 96, 104, 128, 192), new PictureSize(104, 64, 8).choices());
    }

    @Test
    void noSideHasMoreThan128Patches() {
        PictureSize large = PictureSize.asTrained(1008, 8); // 126 patches

        assertEquals(List.of(1008), large.choices());
        assertTrue(large.allows(1024));
        assertFalse(large.allows(1032));
    }

    @Test
    void twiceTheSideIsFourTimesThePatches() {
        assertEquals(4, PictureSize.asTrained(224, 32).patchesOfTrained(448));
        assertEquals(100 / 49.0, PictureSize.asTrained(224, 32).patchesOfTrained(320), 1e-12);
    }

    @Test
    void theSizeOfTheTrainingNeedNotBeAskedFor() {
        assertEquals(OptionalInt.empty(), PictureSize.asTrained(224, 32).asked(224));
        assertEquals(OptionalInt.of(448), PictureSize.asTrained(224, 32).asked(448));
    }
}
