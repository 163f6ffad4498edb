package clipscope.ui.classify.labels;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.score.LabelScore;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.compare.LabelResult;
import clipscope.session.compare.Survey;
import clipscope.session.desk.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Makes the rows of one image.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelRows {

    private final Desk desk;

    LabelRows(Desk desk) {
        this.desk = desk;
    }

    /// {@return a row for each label, in the order typed}
    List<LabelRow> of(Optional<ImageId> image) {
        List<LabelResult> results = results(image);
        ProbabilityKind kind = kind(results);
        Map<String, Double> withAll = kind.shared() ? withAll(image) : Map.of();
        return results.stream().map(result -> row(result, kind, withAll)).toList();
    }

    private LabelRow row(LabelResult result, ProbabilityKind kind, Map<String, Double> withAll) {
        String label = result.label();
        return new LabelRow(
                result,
                kind,
                bar(result, kind),
                desk.survey().of(label),
                optional(withAll.get(label)),
                optional(settings().thresholds().get(label)),
                false);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double bar(LabelResult result, ProbabilityKind kind) {
        if (!(result instanceof LabelResult.Scored(LabelScore score, var _))) {
            return 0;
        }
        if (kind != ProbabilityKind.COSINE) {
            return score.probability();
        }
        Survey.Findings all = desk.survey().findings();
        double range = all.high() - all.low();
        return range > 0 ? Math.clamp((score.cosine() - all.low()) / range, 0, 1) : 0;
    }

    /// The probabilities as if no label were left out.
    private Map<String, Double> withAll(Optional<ImageId> image) {
        Map<String, Double> all = new HashMap<>();
        if (!settings().leftOut().isEmpty() && image.isPresent()) {
            for (LabelResult result :
                    desk.comparison().of(image.get(), settings().leftOut()).labels()) {
                if (result instanceof LabelResult.Scored(LabelScore score, var _)) {
                    all.put(score.label(), score.probability());
                }
            }
        }
        return all;
    }

    private List<LabelResult> results(Optional<ImageId> image) {
        return image.map(id -> desk.comparison().of(id).labels())
                .orElseGet(() -> desk.session().document().labels().stream()
                        .<LabelResult>map(LabelResult.Waiting::new)
                        .toList());
    }

    private ProbabilityKind kind(List<LabelResult> results) {
        long compared =
                results.stream().filter(LabelResult.Scored.class::isInstance).count();
        ScoreRule rule = desk.slot().model().map(ClipModel::scoreRule).orElse(new ScoreRule.Softmax(1));
        ScoreMode mode = settings().mode(rule);
        return ProbabilityKind.of(rule, mode, compared, desk.others().wanted());
    }

    private ScoreSettings settings() {
        return desk.session().document().scores();
    }
}
