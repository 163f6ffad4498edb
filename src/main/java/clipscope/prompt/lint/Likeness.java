package clipscope.prompt.lint;

import clipscope.embedding.Embedding;
import clipscope.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Labels whose prompts lie so close together that they share their probability.
final class Likeness {

    private static final Texts TEXTS = Texts.beside(Likeness.class);

    private static final double ALIKE = 0.95;
    private static final int MOST = 20; // pairs: a list of more is not read

    private Likeness() {}

    static List<Finding> check(LintInput input) {
        List<String> labels =
                input.labels().stream().filter(input.embeddings()::containsKey).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < labels.size() && findings.size() < MOST; i++) {
            Embedding one = embedding(input, labels.get(i));
            for (int j = i + 1; j < labels.size() && findings.size() < MOST; j++) {
                double cosine = one.cosine(embedding(input, labels.get(j)));
                if (cosine > ALIKE) {
                    findings.add(finding(labels.get(i), labels.get(j), cosine));
                }
            }
        }
        return findings;
    }

    private static Embedding embedding(LintInput input, String label) {
        Embedding embedding = input.embeddings().get(label);
        if (embedding == null) {
            throw new IllegalArgumentException("no embedding of " + label);
        }
        return embedding;
    }

    private static Finding finding(String one, String other, double cosine) {
        return new Finding(
                Finding.Kind.NEAR_DUPLICATE,
                one,
                TEXTS.get("alike", one, other, String.format(Locale.ROOT, "%.2f", Math.floor(cosine * 100) / 100)),
                List.of(new Fix.RemoveLabel(other), new Fix.RemoveLabel(one)));
    }
}
