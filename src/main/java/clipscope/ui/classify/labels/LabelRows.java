package clipscope.ui.classify.labels;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.score.LabelScore;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.LabelResult;
import clipscope.session.compare.Survey;
import clipscope.session.desk.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
    ///
    /// @param compared the image to compare with, if any
    List<LabelRow> of(Optional<ImageId> image, Optional<ImageId> compared) {
        List<LabelResult> results = results(image);
        ProbabilityKind kind = kind(results);
        Map<String, LabelRow.Usual> usual = kind == ProbabilityKind.COSINE ? Map.of() : usual(image);
        Map<String, LabelRow.Other> others = others(compared, kind);
        return results.stream().map(result -> row(result, kind, usual, others)).toList();
    }

    private LabelRow row(
            LabelResult result,
            ProbabilityKind kind,
            Map<String, LabelRow.Usual> usual,
            Map<String, LabelRow.Other> others) {
        String label = result.label();
        return new LabelRow(
                result,
                kind,
                bar(result, kind),
                desk.survey().of(label),
                Optional.ofNullable(usual.get(label)),
                Optional.ofNullable(others.get(label)),
                optional(settings().thresholds().get(label)),
                false);
    }

    private Map<String, LabelRow.Other> others(Optional<ImageId> compared, ProbabilityKind kind) {
        Map<String, LabelRow.Other> others = new HashMap<>();
        compared.map(desk.comparison()::of)
                .map(Comparison.OfImage::labels)
                .orElse(List.of())
                .forEach(result -> {
                    if (result instanceof LabelResult.Scored(LabelScore score, var _)) {
                        others.put(
                                score.label(),
                                new LabelRow.Other(bar(result, kind), score.probability(), score.cosine()));
                    }
                });
        return others;
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

    /// The probabilities without what the person tries out.
    private Map<String, LabelRow.Usual> usual(Optional<ImageId> image) {
        boolean framed = desk.framings().chosen() != desk.framings().own();
        boolean fewer = !settings().leftOut().isEmpty();
        if (image.isEmpty() || !(framed || fewer)) {
            return Map.of();
        }
        String setting = (fewer ? "with all labels" : "")
                + (framed && fewer ? ", " : "")
                + (framed ? "as the model was trained" : "");
        Map<String, LabelRow.Usual> usual = new HashMap<>();
        for (LabelResult result : desk.comparison()
                .of(desk.embeddings().image(image.get()), settings().leftOut())
                .labels()) {
            if (result instanceof LabelResult.Scored(LabelScore score, var _)) {
                usual.put(score.label(), new LabelRow.Usual(score.probability(), setting));
            }
        }
        return usual;
    }

    private List<LabelResult> results(Optional<ImageId> image) {
        return image.map(id -> desk.comparison()
                        .of(desk.framings().embedding(id), Set.of())
                        .labels())
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
