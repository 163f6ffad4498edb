package clipscope.ui.classify.scores;

import clipscope.clip.ScoreRule;
import clipscope.language.Texts;
import clipscope.score.LabelScore;
import clipscope.score.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What cosine and logit mean, in a sentence or two, with the numbers that are on the screen.
public final class TermText {

    private static final Texts TEXTS = Texts.beside(TermText.class);

    private static final double READABLE_ODDS = 1e6; // beyond, a number says nothing more

    private TermText() {}

    /// {@return what a cosine is}
    ///
    /// @param low the smallest cosine of all images and labels here
    /// @param high the largest
    public static String cosine(List<LabelScore> scores, double low, double high) {
        return best(scores).isEmpty()
                ? TEXTS.get("cosine.meaning")
                : TEXTS.get(
                        "cosine.best",
                        best(scores).getFirst().label(),
                        NumberText.cosine(best(scores).getFirst().cosine()),
                        NumberText.cosine(low),
                        NumberText.cosine(high));
    }

    /// {@return what a logit is, and what a lead in logits is worth}
    public static String logit(List<LabelScore> scores, ScoreRule rule) {
        String scale = NumberText.logit(rule.scale());
        String bias = rule.bias() == 0 ? "" : " + " + NumberText.logit(rule.bias());
        List<LabelScore> best = best(scores);
        if (best.isEmpty()) {
            return TEXTS.get("logit.meaning", scale, bias);
        }
        LabelScore first = best.getFirst();
        String computed = TEXTS.get(
                "logit.best", NumberText.cosine(first.cosine()), scale, bias, NumberText.logit(first.logit()));
        if (best.size() == 1 || rule instanceof ScoreRule.Sigmoid) {
            return computed;
        }
        double lead = first.logit() - best.get(1).logit();
        return TEXTS.get(
                "logit.lead",
                computed,
                first.label(),
                best.get(1).label(),
                NumberText.logit(lead),
                odds(Math.exp(lead)));
    }

    private static List<LabelScore> best(List<LabelScore> scores) {
        return scores.stream()
                .sorted(Comparator.comparingDouble(LabelScore::logit).reversed())
                .toList();
    }

    private static String odds(double odds) {
        if (odds > READABLE_ODDS) {
            return TEXTS.get("odds.many");
        }
        return String.format(Locale.ROOT, odds < 10 ? "%.1f" : "%,.0f", odds);
    }
}
