package clipscope.ui.prompts.lab;

import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ensemble.EnsembleRule;
import clipscope.score.ensemble.LabelScores;
import clipscope.score.ensemble.Quality;
import clipscope.score.ensemble.Reference;
import clipscope.score.ensemble.TemplateCosines;
import clipscope.score.ensemble.TemplateReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the laboratory has measured.
///
/// **Thread:** Immutable.
///
/// @param variants ways to use the templates, side by side
public record LabResult(
        Input input, TemplateCosines cosines, Reference reference, TemplateReport report, List<Variant> variants) {

    private static final Texts TEXTS = Texts.beside(LabResult.class);

    /// All that it is measured of.
    ///
    /// @param outOf how many images there are; measured are fewer where all would take too long
    /// @param chosen the places of the templates of the ensemble, at least one
    /// @param truths for each image the place of its true label
    public record Input(
            List<PromptTemplate> templates,
            List<String> labels,
            List<ImageId> images,
            int outOf,
            List<OptionalInt> truths,
            List<Integer> chosen,
            EnsembleRule rule) {}

    /// One way to use the templates.
    public record Variant(String title, Quality quality, LabelScores scores) {}

    static LabResult of(
            Input input,
            List<Embedding> images,
            List<List<Embedding>> prompts,
            ScoreRule scoreRule,
            Optional<TemplateCosines> known) {
        TemplateCosines cosines = known.orElseGet(() -> TemplateCosines.of(images, prompts, scoreRule));
        Reference reference = Reference.of(cosines, input.truths());
        TemplateReport report = TemplateReport.of(cosines, reference, input.chosen(), input.rule());
        List<Variant> variants = new ArrayList<>();
        int best = report.singles().indexOf(bestSingle(report));
        variants.add(new Variant(TEXTS.get("single"), report.singles().get(best), LabelScores.ofSingle(cosines, best)));
        for (EnsembleRule rule : EnsembleRule.values()) {
            LabelScores scores = LabelScores.of(
                    cosines, input.chosen(), rule, TemplateReport.weights(report.singles(), input.chosen()));
            variants.add(new Variant(rule.title(), Quality.of(scores, reference), scores));
        }
        return new LabResult(input, cosines, reference, report, List.copyOf(variants));
    }

    private static Quality bestSingle(TemplateReport report) {
        return report.singles().stream()
                .max(Comparator.comparingDouble(Quality::objective))
                .orElseThrow();
    }

    /// {@return how the best template does alone}
    public Quality bestSingle() {
        return bestSingle(report);
    }
}
