package clipscope.ui.classify.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.text.TokenizedText;
import clipscope.score.LabelScore;
import clipscope.session.compare.LabelResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResultOrderTest {

    private static final TokenizedText TOKENS = new TokenizedText("", List.of(), 0, List.of());

    /// With a logit scale of 100 all but the best have a probability of 0 in most digits; their order still
    /// shows.
    @Test
    void labelsWhoseProbabilitiesAreBothZeroStandInTheOrderOfTheirLogits() {
        List<LabelRow> rows = List.of(scored("third", -900, 0), scored("first", 30, 1), scored("second", -800, 0));

        assertEquals(
                List.of("first", "second", "third"),
                ResultOrder.BEST_FIRST.arrange(rows).stream()
                        .map(LabelRow::label)
                        .toList());
    }

    @Test
    void labelsWithoutNumbersStandLastAsTyped() {
        LabelRow waiting = row(new LabelResult.Waiting("waiting"));
        LabelRow unknown = row(new LabelResult.Unknown("unknown", TOKENS));
        LabelRow scored = scored("scored", -5, 1);

        assertEquals(
                List.of(scored, waiting, unknown), ResultOrder.BEST_FIRST.arrange(List.of(waiting, unknown, scored)));
        assertEquals(
                List.of(waiting, unknown, scored), ResultOrder.AS_TYPED.arrange(List.of(waiting, unknown, scored)));
    }

    private static LabelRow scored(String label, double logit, double probability) {
        return row(new LabelResult.Scored(new LabelScore(label, label, logit / 100, logit, probability), TOKENS));
    }

    private static LabelRow row(LabelResult result) {
        return new LabelRow(
                result,
                ProbabilityKind.SHARED,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                false);
    }
}
