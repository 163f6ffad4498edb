package clipscope.session.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.embedding.ImageId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelEffectTest {

    /// Ten images: four cats, three dogs, three children, of whom two would be cats and one a seal.
    private static Survey.Findings findings() {
        Map<ImageId, String> best = new HashMap<>();
        List<String> firsts = List.of("cat", "cat", "cat", "cat", "dog", "dog", "dog", "child", "child", "child");
        firsts.forEach(label -> best.put(new ImageId(best.size()), label));
        return new Survey.Findings(Map.of(), best, Map.of("child", Map.of("seal", 1, "cat", 2)), 0, 1);
    }

    @Test
    void othersGainWhatALabelTookFromThem() {
        assertEquals(
                new LabelEffect(
                        "child",
                        10,
                        3,
                        List.of(new LabelEffect.Other("cat", 4, 6), new LabelEffect.Other("seal", 0, 1))),
                LabelEffect.of("child", findings()));
    }

    @Test
    void aLabelThatIsNeverFirstTakesNothing() {
        assertEquals(new LabelEffect("seal", 10, 0, List.of()), LabelEffect.of("seal", findings()));
    }
}
