package clipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {

    private static final NaturalOrder ORDER = new NaturalOrder();

    @ParameterizedTest
    @CsvSource({
        "img2.jpg, img10.jpg",
        "img2.jpg, IMG3.jpg",
        "a, b",
        "a, a1",
        "a1b2, a1b10",
        "img9, img00010",
        "1, 99999999999999999999999999999999999999",
        "img, img.jpg"
    })
    void theFirstNameComesBeforeTheSecond(String first, String second) {
        assertTrue(ORDER.compare(first, second) < 0);
        assertTrue(ORDER.compare(second, first) > 0);
    }

    @ParameterizedTest
    @CsvSource({"img01, img1", "IMG, img", "a00, a0"})
    void namesThatCountAlikeStillDiffer(String a, String b) {
        assertNotEquals(0, ORDER.compare(a, b));
        assertEquals(0, ORDER.compare(a, a));
    }

    @Test
    void aShuffledFolderComesBackInOrder() {
        List<String> ordered = List.of("1.jpg", "2.jpg", "10.jpg", "a.jpg", "B.jpg", "b2.jpg", "b10.jpg", "c.jpg");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(ORDER);

        assertEquals(ordered, shuffled);
    }
}
