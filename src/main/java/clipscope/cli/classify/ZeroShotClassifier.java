package clipscope.cli.classify;

import clipscope.cli.desk.CommandDesk;
import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.MeanEmbedding;
import clipscope.problem.ProblemException;
import clipscope.prompt.TemplateSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Labels turned into embeddings once, to compare any number of images with.
///
/// **Thread:** Immutable.
final class ZeroShotClassifier {

    private final List<LabelEmbedding> labels;
    private final List<TokenizedText> notes;
    private final ScoreRule rule;

    private record LabelEmbedding(String label, Embedding embedding, boolean known) {}

    private ZeroShotClassifier(List<LabelEmbedding> labels, List<TokenizedText> notes, ScoreRule rule) {
        this.labels = List.copyOf(labels);
        this.notes = List.copyOf(notes);
        this.rule = rule;
    }

    /// One label of one image.
    ///
    /// @param probability empty where there is none: the score is the cosine, or the model does not know
    ///     the label
    /// @param known whether the model knows the label's words
    record Line(String label, double cosine, double logit, OptionalDouble probability, boolean known) {}

    /// Encodes every label in every template.
    static ZeroShotClassifier of(CommandDesk desk, ClipModel model, List<String> labels, TemplateSet templates)
            throws ProblemException, InterruptedException {
        int each = templates.templates().size();
        List<TokenizedText> tokens = new ArrayList<>();
        for (String label : labels) {
            for (String prompt : templates.prompts(label)) {
                tokens.add(model.tokenize(prompt));
            }
        }
        List<Embedding> embeddings = desk.encodeTexts(model, tokens);
        List<LabelEmbedding> encoded = new ArrayList<>();
        List<TokenizedText> notes = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            TokenizedText alone = model.tokenize(labels.get(i));
            Embedding mean = MeanEmbedding.of(embeddings.subList(i * each, (i + 1) * each));
            encoded.add(
                    new LabelEmbedding(labels.get(i), mean, alone.unknownWords().isEmpty()));
            notes.add(tokens.get(i * each));
        }
        return new ZeroShotClassifier(encoded, notes, model.scoreRule());
    }

    /// {@return for each label, how the text tower reads it in the first template}
    List<TokenizedText> notes() {
        return notes;
    }

    /// {@return every label, best first; those the model does not know last}
    List<Line> scores(Embedding image, Scoring scoring) {
        double[] cosines = labels.stream()
                .filter(LabelEmbedding::known)
                .mapToDouble(label -> image.cosine(label.embedding()))
                .toArray();
        Optional<double[]> probabilities = scoring.probabilities(cosines);
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (LabelEmbedding label : labels) {
            double cosine = image.cosine(label.embedding());
            lines.add(new Line(
                    label.label(),
                    cosine,
                    rule.logit(cosine),
                    label.known() && probabilities.isPresent()
                            ? OptionalDouble.of(probabilities.get()[next])
                            : OptionalDouble.empty(),
                    label.known()));
            next += label.known() ? 1 : 0;
        }
        lines.sort(Comparator.comparing(Line::known).thenComparing(Line::cosine).reversed());
        return lines;
    }
}
