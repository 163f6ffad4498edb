package clipscope.score.ensemble;

import clipscope.embedding.FloatMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What each template is worth: alone, for each label, and to the ensemble.
///
/// **Thread:** Immutable.
///
/// @param singles for each template, how it does alone
/// @param byLabel **Shape:** (templates, labels): the share of the images of a label that a template alone
///     gives that label; NaN for a label without images
/// @param ensemble how the templates chosen do together
/// @param without for each template chosen, in their order, how the others do without it; empty for a single
///     one
public record TemplateReport(
        List<Quality> singles, FloatMatrix byLabel, Quality ensemble, List<Quality> without, LabelScores scores) {

    public TemplateReport {
        singles = List.copyOf(singles);
        without = List.copyOf(without);
    }

    /// Measures templates.
    ///
    /// @param chosen the places of the templates of the ensemble, at least one
    public static TemplateReport of(
            TemplateCosines cosines, Reference reference, List<Integer> chosen, EnsembleRule rule) {
        List<Quality> singles = new ArrayList<>();
        float[] byLabel = new float[cosines.templates() * cosines.labels()];
        for (int template = 0; template < cosines.templates(); template++) {
            LabelScores alone = LabelScores.ofSingle(cosines, template);
            singles.add(Quality.of(alone, reference));
            float[] line = recalls(alone, reference);
            System.arraycopy(line, 0, byLabel, template * line.length, line.length);
        }
        LabelScores together = LabelScores.of(cosines, chosen, rule, weights(singles, chosen));
        List<Quality> without = new ArrayList<>();
        for (int i = 0; i < chosen.size() && chosen.size() > 1; i++) {
            List<Integer> others = new ArrayList<>(chosen);
            others.remove(i);
            without.add(Quality.of(LabelScores.of(cosines, others, rule, weights(singles, others)), reference));
        }
        return new TemplateReport(
                singles,
                FloatMatrix.copyOf(cosines.templates(), cosines.labels(), byLabel),
                Quality.of(together, reference),
                without,
                together);
    }

    /// {@return the weights of templates: how often each agrees with the reference alone, all alike if none
    /// ever does}
    public static double[] weights(List<Quality> singles, List<Integer> chosen) {
        double[] weights = chosen.stream()
                .mapToDouble(template -> singles.get(template).agreement())
                .toArray();
        if (Arrays.stream(weights).sum() <= 0) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    private static float[] recalls(LabelScores scores, Reference reference) {
        int[] images = new int[scores.labels()];
        int[] right = new int[scores.labels()];
        for (int image = 0; image < scores.images(); image++) {
            if (reference.labels().get(image).isPresent()) {
                int label = reference.labels().get(image).getAsInt();
                images[label]++;
                right[label] += scores.top(image) == label ? 1 : 0;
            }
        }
        float[] recalls = new float[images.length];
        for (int label = 0; label < recalls.length; label++) {
            recalls[label] = images[label] == 0 ? Float.NaN : (float) right[label] / images[label];
        }
        return recalls;
    }
}
