package clipscope.train.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.train.drawing.Background;
import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Rgb;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.SceneSource;
import clipscope.train.drawing.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaptionWriterTest {

    private final SplittableRandom random = new SplittableRandom(11);
    private final CaptionWriter writer = new CaptionWriter(random);

    @Test
    void everyCaptionIsTrueOfItsScene() {
        SceneSource scenes = new SceneSource(Combination.all(), 1);
        for (int i = 0; i < 5000; i++) {
            Scene scene = scenes.next(random);

            assertEquals(Truth.TRUE, writer.named(scene).claim().of(scene));
            assertEquals(Truth.TRUE, writer.any(scene).claim().of(scene));
        }
    }

    @Test
    void noCaptionOfATrainingSceneNamesWhatIsHeldOut() {
        SceneSource scenes = new SceneSource(Combination.trained(), 1);
        for (int i = 0; i < 20_000; i++) {
            Scene scene = scenes.next(random);
            for (Caption caption : List.of(writer.named(scene), writer.any(scene))) {
                for (Combination each : Combination.heldOut()) {
                    assertFalse((caption.text() + " ").contains(each.words() + " "), caption::text);
                }
            }
        }
    }

    @Test
    void aPlainRedStarIsCalledByAllTheUsualTemplates() {
        Figure star = new Figure(Shape.STAR, Colour.RED, Rgb.of(0xff0000), 0.5, 0.5, 0.34, Figure.Form.PLAIN);
        Scene scene = new Scene(Background.plain(Colour.WHITE, Rgb.of(0xffffff)), List.of(star), Scene.Grain.NONE);
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            texts.add(writer.named(scene).text());
            texts.add(writer.any(scene).text());
        }

        assertTrue(texts.containsAll(List.of(
                "red star",
                "a red star",
                "a photo of a red star",
                "a drawing of a red star",
                "a picture of a red star",
                "star",
                "a star",
                "a photo of a star",
                "a drawing of a star",
                "a picture of a star",
                "red",
                "a photo of a red",
                "a drawing of a red",
                "something red",
                "a star that is red")));
    }

    @Test
    void articlesFollowTheSound() {
        Wording wording = new Wording(random);

        assertEquals("an orange arrow", wording.withArticle("orange arrow"));
        assertEquals("a red arrow", wording.withArticle("red arrow"));
    }
}
