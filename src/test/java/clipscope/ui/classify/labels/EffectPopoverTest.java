package clipscope.ui.classify.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.session.compare.LabelEffect;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

@FxTest
class EffectPopoverTest {

    private static PageStage shown(LabelEffect effect) {
        PageStage stage = new PageStage(new EffectPopover(effect).content(), 460, 400);
        var _ = stage.picture(); // lays it out
        return stage;
    }

    private static List<String> words(PageStage stage) {
        return stage.find(Region.class, "classify-effect").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void theOthersAreThereWithWhatTheyWouldGain() {
        PageStage stage = shown(new LabelEffect(
                "child", 10, 3, List.of(new LabelEffect.Other("cat", 4, 6), new LabelEffect.Other("seal", 0, 1))));

        List<String> words = words(stage);
        assertEquals("“child” is first for 3 of 10 images here. Without it, they would be:", words.getFirst());
        assertTrue(words.containsAll(List.of("cat", "4 → 6", "seal", "0 → 1")), words::toString);
        Region content = stage.find(Region.class, "classify-effect");
        List<Double> gained = content.lookupAll(".effect-gained").stream()
                .map(node -> ((Region) node).getWidth())
                .toList();
        assertEquals(List.of(40.0, 20.0), gained); // of 200 pixels for ten images
    }

    @Test
    void aLabelThatIsNeverFirstChangesNothing() {
        List<String> words = words(shown(new LabelEffect("seal", 10, 0, List.of())));

        assertEquals("“seal” is first for 0 of 10 images here. Without it nothing would change.", words.getFirst());
    }
}
