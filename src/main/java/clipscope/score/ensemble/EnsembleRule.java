package clipscope.score.ensemble;

/// How several templates become one score for a label.
///
/// **Source:** Radford et al. 2021, section 3.1.4, for the mean of embeddings; the others are what people try
/// beside it.
public enum EnsembleRule {

    /// The mean of the unit embeddings, scaled to length 1 again: the paper's.
    MEAN_EMBEDDING("Mean embedding"),

    /// The same, each template weighted by how well it does alone.
    WEIGHTED("Weighted"),

    /// The mean of the probabilities that the templates give one by one.
    MEAN_PROBABILITY("Mean probability"),

    /// The highest cosine of all templates.
    MAXIMUM("Maximum");

    private final String title;

    EnsembleRule(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
