package clipscope.clip.tower;

import java.util.List;

/// A tower that reads prompts. A new architecture is a new class here.
///
/// **Thread:** Immutable.
public sealed interface TextTower permits ClipText, SiglipText {

    /// {@return the most tokens of a prompt, start and end included}
    int contextLength();

    /// {@return how many tokens there are}
    int vocabularySize();

    TransformerShape transformer();

    /// {@return E, the length of an embedding}
    int dimensions();

    /// {@return what a checkpoint must have for it, in the order that the program takes}
    List<WeightSpec> weights();

    /// {@return the weights that turn a cosine into a logit: the logarithm of a factor, and what else the
    /// tower's training has}
    List<WeightSpec> logitWeights();

    /// {@return the matrix products for a prompt of some tokens, attention's own left out}
    default List<MatrixProduct> products(int tokens) {
        return transformer().products(tokens);
    }
}
