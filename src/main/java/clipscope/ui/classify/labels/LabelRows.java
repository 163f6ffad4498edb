package clipscope.ui.classify.labels;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ImageScores;
import clipscope.score.LabelScore;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.compare.ExtraPrompts;
import clipscope.session.compare.LabelResult;
import clipscope.session.compare.Survey;
import clipscope.session.desk.Desk;
import clipscope.task.TaskRunner;
import clipscope.ui.classify.labels.LabelRow.Beside;
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

    private static final Texts TEXTS = Texts.beside(LabelRows.class);

    private final Desk desk;
    private final Runnable onRead;
    private TaskRunner.Handle reading = TaskRunner.Handle.NONE;

    /// @param onRead told when the prompts of another template have been encoded that were missing
    LabelRows(Desk desk, Runnable onRead) {
        this.desk = desk;
        this.onRead = onRead;
    }

    /// {@return a row for each label, in the order typed}
    ///
    /// @param beside what they are shown beside, if anything
    List<LabelRow> of(Optional<ImageId> image, Optional<Beside> beside) {
        List<LabelResult> results = results(image);
        ProbabilityKind kind = kind(results);
        Map<String, LabelRow.Usual> usual = kind == ProbabilityKind.COSINE ? Map.of() : usual(image);
        Map<String, LabelRow.Other> others = switch (beside.orElse(null)) {
            case null -> Map.of();
            case Beside.OfImage(ImageId other) ->
                others(desk.comparison().of(other).labels(), kind);
            case Beside.OfTemplate(PromptTemplate template) ->
                image.flatMap(desk.framings()::embedding)
                        .map(embedding -> others(template, embedding, results, kind))
                        .orElse(Map.of());
        };
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

    private Map<String, LabelRow.Other> others(List<LabelResult> results, ProbabilityKind kind) {
        Map<String, LabelRow.Other> others = new HashMap<>();
        for (LabelResult result : results) {
            if (result instanceof LabelResult.Scored(LabelScore score, var _)) {
                others.put(score.label(), other(score.cosine(), score.probability(), kind));
            }
        }
        return others;
    }

    /// The labels that are compared, as another template says them; none until all its prompts are encoded.
    private Map<String, LabelRow.Other> others(
            PromptTemplate template, Embedding image, List<LabelResult> results, ProbabilityKind kind) {
        List<String> labels = results.stream()
                .filter(LabelResult.Scored.class::isInstance)
                .map(LabelResult::label)
                .toList();
        List<String> prompts = labels.stream()
                .map(label -> desk.session().document().plan().prompt(template, label))
                .toList();
        if (!desk.extraPrompts().missing(prompts).isEmpty()) {
            read(prompts);
            return Map.of();
        }
        double[] cosines = prompts.stream()
                .map(desk.extraPrompts()::embedding)
                .flatMap(Optional::stream)
                .mapToDouble(image::cosine)
                .toArray();
        double[] ofOthers =
                desk.others().used().map(words -> words.cosines(image)).orElse(new double[0]);
        ScoreRule rule = desk.comparison().scoreRule();
        ImageScores scores = ImageScores.of(cosines, ofOthers, rule, settings().mode(rule));
        Map<String, LabelRow.Other> others = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            others.put(labels.get(i), other(cosines[i], scores.probabilities().get(i), kind));
        }
        return others;
    }

    private LabelRow.Other other(double cosine, double probability, ProbabilityKind kind) {
        return new LabelRow.Other(bar(cosine, probability, kind), probability, cosine);
    }

    /// A prompt that cannot be encoded is the labels' problem too, and they say so.
    private void read(List<String> prompts) {
        reading.cancel();
        reading = desk.extraPrompts()
                .encode(prompts, ExtraPrompts.Urgency.SOON, new ExtraPrompts.Listener(_ -> {}, problem -> {
                    if (problem.isEmpty()) {
                        onRead.run();
                    }
                }));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double bar(LabelResult result, ProbabilityKind kind) {
        return result instanceof LabelResult.Scored(LabelScore score, var _)
                ? bar(score.cosine(), score.probability(), kind)
                : 0;
    }

    private double bar(double cosine, double probability, ProbabilityKind kind) {
        if (kind != ProbabilityKind.COSINE) {
            return probability;
        }
        Survey.Findings all = desk.survey().findings();
        double range = all.high() - all.low();
        return range > 0 ? Math.clamp((cosine - all.low()) / range, 0, 1) : 0;
    }

    /// The probabilities without what the person tries out.
    private Map<String, LabelRow.Usual> usual(Optional<ImageId> image) {
        boolean framed = desk.framings().chosen() != desk.framings().own();
        boolean fewer = !settings().leftOut().isEmpty();
        if (image.isEmpty() || !(framed || fewer)) {
            return Map.of();
        }
        String setting = TEXTS.get(framed && fewer ? "usual.both" : framed ? "usual.framing" : "usual.labels");
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
