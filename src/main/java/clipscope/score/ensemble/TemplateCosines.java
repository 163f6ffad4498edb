package clipscope.score.ensemble;

import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import java.util.ArrayList;
import java.util.List;

/// The cosines of every image with every label in every template, and of the prompts of a label with each
/// other.
///
/// The second are all that the mean of embeddings needs beside the first: its length. So no ensemble ever
/// touches an embedding again.
///
/// **Shape:** `byTemplate` holds for each template a matrix (images, labels); `alike` for each label a matrix
/// (templates, templates).
///
/// **Thread:** Immutable.
///
/// @param rule how the model turns cosines into probabilities
public record TemplateCosines(List<FloatMatrix> byTemplate, List<FloatMatrix> alike, ScoreRule rule) {

    public TemplateCosines {
        byTemplate = List.copyOf(byTemplate);
        alike = List.copyOf(alike);
    }

    /// Computes all cosines: a second for some 10 million. Not for the JavaFX thread.
    ///
    /// @param images at least one
    /// @param prompts for each template, the embeddings of its prompts in the order of the labels
    public static TemplateCosines of(List<Embedding> images, List<List<Embedding>> prompts, ScoreRule rule) {
        List<FloatMatrix> byTemplate = new ArrayList<>();
        for (List<Embedding> ofTemplate : prompts) {
            byTemplate.add(cosines(images, ofTemplate));
        }
        int labels = prompts.isEmpty() ? 0 : prompts.getFirst().size();
        List<FloatMatrix> alike = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            int place = label;
            List<Embedding> ofLabel =
                    prompts.stream().map(ofTemplate -> ofTemplate.get(place)).toList();
            alike.add(cosines(ofLabel, ofLabel));
        }
        return new TemplateCosines(byTemplate, alike, rule);
    }

    /// {@return the cosine of each of the rows with each of the columns}
    public static FloatMatrix cosines(List<Embedding> rows, List<Embedding> columns) {
        float[] values = new float[Math.multiplyExact(rows.size(), columns.size())];
        int i = 0;
        for (Embedding row : rows) {
            for (Embedding column : columns) {
                values[i++] = row.cosine(column);
            }
        }
        return FloatMatrix.copyOf(rows.size(), columns.size(), values);
    }

    public int templates() {
        return byTemplate.size();
    }

    public int images() {
        return byTemplate.isEmpty() ? 0 : byTemplate.getFirst().rows();
    }

    public int labels() {
        return alike.size();
    }
}
