package clipscope.score.ensemble;

import clipscope.task.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses templates one by one: always the one that helps the mean of embeddings most, until none helps.
///
/// **Source:** the forward selection by which OpenAI took seven of its eighty templates, told in
/// `notebooks/Prompt_Engineering_for_ImageNet.ipynb` of openai/CLIP.
public final class GreedySelection {

    /// By less than that, a margin has not grown: it has no step of its own as accuracy has.
    private static final double LEAST_MARGIN_GAIN = 0.001;

    private static final double TIE = 1e-9; // rounding of a sum of shares

    private GreedySelection() {}

    /// One template more.
    ///
    /// @param template its place
    /// @param quality of the ensemble with it
    public record Step(int template, Quality quality) {}

    /// {@return the next step after those made, empty if no template helps any more}
    ///
    /// Takes one evaluation of an ensemble for each template left. Not for the JavaFX thread.
    public static Optional<Step> next(
            TemplateCosines cosines, Reference reference, List<Step> made, Cancellation cancelled) {
        List<Integer> chosen = made.stream().map(Step::template).toList();
        if (chosen.size() >= cosines.templates() || cancelled.requested()) {
            return Optional.empty();
        }
        Step best = best(cosines, reference, chosen, cancelled);
        boolean helps = made.isEmpty() || better(best.quality(), made.getLast().quality());
        return helps && !cancelled.requested() ? Optional.of(best) : Optional.empty();
    }

    private static Step best(
            TemplateCosines cosines, Reference reference, List<Integer> chosen, Cancellation cancelled) {
        Step best = new Step(-1, new Quality(-1, -1, 0, reference.truth()));
        for (int template = 0; template < cosines.templates() && !cancelled.requested(); template++) {
            if (!chosen.contains(template)) {
                List<Integer> with = new ArrayList<>(chosen);
                with.add(template);
                Quality quality = Quality.of(
                        LabelScores.of(cosines, with, EnsembleRule.MEAN_EMBEDDING, new double[0]), reference);
                best = leads(quality, best.quality()) ? new Step(template, quality) : best;
            }
        }
        return best;
    }

    /// Among equally accurate ones, the one with the larger margin leads.
    private static boolean leads(Quality one, Quality other) {
        double gain = one.objective() - other.objective();
        return gain > TIE || (Math.abs(gain) <= TIE && one.margin() > other.margin() + TIE);
    }

    private static boolean better(Quality one, Quality other) {
        return one.objective() - other.objective() > (one.truth() ? TIE : LEAST_MARGIN_GAIN);
    }
}
