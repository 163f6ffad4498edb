package clipscope.score.ensemble;

import clipscope.language.Texts;

/// How several templates become one score for a label.
///
/// **Source:** Radford et al. 2021, section 3.1.4, for the mean of embeddings; the others are what people try
/// beside it.
public enum EnsembleRule {

    /// The mean of the unit embeddings, scaled to length 1 again: the paper's.
    MEAN_EMBEDDING("rule.embedding"),

    /// The same, each template weighted by how well it does alone.
    WEIGHTED("rule.weighted"),

    /// The mean of the probabilities that the templates give one by one.
    MEAN_PROBABILITY("rule.probability"),

    /// The highest cosine of all templates.
    MAXIMUM("rule.maximum");

    private static final Texts TEXTS = Texts.beside(EnsembleRule.class);

    private final String key;

    EnsembleRule(String key) {
        this.key = key;
    }

    public String title() {
        return TEXTS.get(key);
    }
}
