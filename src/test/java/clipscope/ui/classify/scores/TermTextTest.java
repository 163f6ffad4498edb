package clipscope.ui.classify.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.ScoreRule;
import clipscope.score.LabelScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTextTest {

    private static final ScoreRule CLIP = new ScoreRule.Softmax(100);
    private static final LabelScore CAT = new LabelScore("cat", "a cat", 0.27, 27, 0.9);
    private static final LabelScore DOG = new LabelScore("dog", "a dog", 0.25, 25, 0.1);

    @Test
    void theBestLabelsCosineStandsInItsRange() {
        assertEquals(
                "How alike the image and the prompt are to the model, from -1 to 1. “cat” has 0.2700; all images and"
                        + " labels here lie between 0.1000 and 0.3000.",
                TermText.cosine(List.of(DOG, CAT), 0.1, 0.3));
    }

    /// e² = 7.389.
    @Test
    void aLeadInLogitsIsOddsInSoftmax() {
        assertEquals(
                "The cosine times the logit scale: 0.2700 × 100.00 = 27.00. “cat” leads “dog” by 2.00, which is 7.4 to 1"
                        + " in softmax.",
                TermText.logit(List.of(DOG, CAT), CLIP));
    }

    @Test
    void aModelThatJudgesEachAloneHasABiasAndNoOdds() {
        LabelScore cat = new LabelScore("cat", "a cat", 0.1, -5.5, 0.004);

        assertEquals(
                "The cosine times the logit scale: 0.1000 × 110.00 + -16.50 = -5.50.",
                TermText.logit(List.of(cat), new ScoreRule.Sigmoid(110, -16.5)));
    }

    @Test
    void withoutNumbersTheTermsAreStillExplained() {
        assertEquals("The cosine times the logit scale, 100.00.", TermText.logit(List.of(), CLIP));
        assertEquals(
                "How alike the image and the prompt are to the model, from -1 to 1.",
                TermText.cosine(List.of(), Double.NaN, Double.NaN));
    }
}
