package clipscope.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.pixels.CropBox;
import org.junit.jupiter.api.Test;

class SeenAreaTest {

    @Test
    void aCropIsGivenInFractionsOfThePicture() {
        assertEquals(new SeenArea(0.125, 0, 0.75, 1), SeenArea.of(new CropBox(500, 0, 3000, 3000), 4000, 3000));
        assertEquals(0.25, new SeenArea(0.125, 0, 0.75, 1).cutAway());
    }

    @Test
    void aCropLargerThanThePictureCutsNothingAway() {
        assertEquals(new SeenArea(0, 0, 1, 1), SeenArea.of(new CropBox(-50, -20, 200, 140), 100, 100));
    }
}
