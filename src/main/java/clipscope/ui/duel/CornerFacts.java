package clipscope.ui.duel;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.language.Texts;
import clipscope.problem.ByteText;
import clipscope.score.NumberText;
import clipscope.session.image.ImagePipeline;
import clipscope.ui.control.Words;
import java.util.Locale;

/// What is said of one of the two models, beside its numbers.
///
/// **Thread:** Immutable.
///
/// @param about architecture, input size, device and precision
/// @param rule how it turns cosines into probabilities
/// @param speed how fast it encoded
/// @param memory what its weights take
public record CornerFacts(String name, String about, String rule, String speed, String memory) {

    private static final Texts TEXTS = Texts.beside(CornerFacts.class);

    /// Before there is a model.
    static final CornerFacts NONE = new CornerFacts("", "", "", "", "");

    static CornerFacts of(ClipModel model, ImagePipeline pipeline) {
        return new CornerFacts(
                model.card().name(),
                "%s · %d px · %s %s"
                        .formatted(
                                model.card().architecture(),
                                model.card().imageSize(),
                                model.computed().device().words(),
                                model.precision().label()),
                rule(model.scoreRule()),
                speed(pipeline),
                ByteText.of(model.parameters() * model.precision().bytes()));
    }

    private static String rule(ScoreRule rule) {
        return switch (rule) {
            case ScoreRule.Softmax(double scale) -> TEXTS.get("rule.softmax", one(scale));
            case ScoreRule.Sigmoid(double scale, double bias) ->
                TEXTS.get("rule.sigmoid", one(scale), NumberText.logit(bias));
        };
    }

    private static String one(double scale) {
        return String.format(Locale.ROOT, "%.1f", scale);
    }

    /// Only a model that has encoded something here has a speed.
    private static String speed(ImagePipeline pipeline) {
        if (pipeline.encodedHere() == 0) {
            return pipeline.running() ? "" : TEXTS.get("speed.cache");
        }
        double rate = pipeline.imagesPerSecond();
        return rate > 0 ? Words.rate(rate) : TEXTS.get("speed.few");
    }
}
