package clipscope.score;

import clipscope.clip.ScoreRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How a person wants scores to be read. Changes no embedding.
///
/// **Thread:** Immutable.
///
/// @param mode empty for the way the model was trained to be read
/// @param temperature 1 / logit scale, above 0; empty for the model's own
/// @param others whether words that are no label take part, so that "none of these" can win
/// @param words the other words; empty for the list that comes with ClipScope
/// @param leftOut labels that stay in the list and take no part
/// @param thresholds of some labels: with a smaller cosine the label does not count as found
public record ScoreSettings(
        Optional<ScoreMode> mode,
        OptionalDouble temperature,
        boolean others,
        List<String> words,
        Set<String> leftOut,
        Map<String, Double> thresholds) {

    /// As the model was trained to be read, with every label.
    public static final ScoreSettings MODELS_OWN =
            new ScoreSettings(Optional.empty(), OptionalDouble.empty(), false, List.of(), Set.of(), Map.of());

    public ScoreSettings {
        if (temperature.isPresent() && !(temperature.getAsDouble() > 0 && Double.isFinite(temperature.getAsDouble()))) {
            throw new IllegalArgumentException("temperature " + temperature.getAsDouble());
        }
        words = List.copyOf(words);
        leftOut = Set.copyOf(leftOut);
        thresholds = Map.copyOf(thresholds);
    }

    /// {@return how the labels of a model's images are judged}
    public ScoreMode mode(ScoreRule rule) {
        return mode.orElse(ScoreMode.of(rule));
    }

    /// {@return a model's rule, with the temperature wanted}
    public ScoreRule applied(ScoreRule rule) {
        double scale = temperature.isPresent() ? 1 / temperature.getAsDouble() : rule.scale();
        return switch (rule) {
            case ScoreRule.Softmax _ -> new ScoreRule.Softmax(scale);
            case ScoreRule.Sigmoid(double _, double bias) -> new ScoreRule.Sigmoid(scale, bias);
        };
    }

    public ScoreSettings withMode(ScoreMode wanted) {
        return new ScoreSettings(Optional.of(wanted), temperature, others, words, leftOut, thresholds);
    }

    public ScoreSettings withTemperature(OptionalDouble wanted) {
        return new ScoreSettings(mode, wanted, others, words, leftOut, thresholds);
    }

    public ScoreSettings withOthers(boolean wanted) {
        return new ScoreSettings(mode, temperature, wanted, words, leftOut, thresholds);
    }

    public ScoreSettings withWords(List<String> wanted) {
        return new ScoreSettings(mode, temperature, others, wanted, leftOut, thresholds);
    }

    public ScoreSettings leavingOut(String label, boolean out) {
        Set<String> labels = new LinkedHashSet<>(leftOut);
        if (out) {
            labels.add(label);
        } else {
            labels.remove(label);
        }
        return new ScoreSettings(mode, temperature, others, words, labels, thresholds);
    }

    /// {@return the same with another threshold of a label}
    ///
    /// @param cosine empty for none
    public ScoreSettings withThreshold(String label, OptionalDouble cosine) {
        Map<String, Double> all = new LinkedHashMap<>(thresholds);
        if (cosine.isPresent()) {
            all.put(label, cosine.getAsDouble());
        } else {
            all.remove(label);
        }
        return new ScoreSettings(mode, temperature, others, words, leftOut, all);
    }
}
