package clipscope.clip.engine;

/// Which numbers of a network a training changes. The logit scale is always among them.
///
/// **Thread:** Immutable.
public sealed interface LearnedPart {

    /// All of them.
    record Everything() implements LearnedPart {}

    /// The two projections behind the towers, which stay as they are.
    ///
    /// **Source:** the linear probe of Radford et al. 2021, section 3.2, for both towers.
    record Projections() implements LearnedPart {}

    /// For each matrix of the attentions, a product of two narrow ones that is added to it.
    ///
    /// **Source:** Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models", with alpha = rank.
    ///
    /// @param rank the width of the narrow ones
    record Adapters(int rank) implements LearnedPart {

        public Adapters {
            if (rank <= 0) {
                throw new IllegalArgumentException("adapters of rank " + rank);
            }
        }
    }
}
