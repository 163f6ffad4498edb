package clipscope.clip.engine;

import clipscope.clip.tower.ClipShape;

/// What is learned of a network, and by which rules.
///
/// **Thread:** Immutable.
///
/// @param products the number format of matrix products; weights and sums are in float32
public record Lesson(ClipShape shape, LearnedPart part, ContrastiveLoss loss, AdamW optimiser, ComputeType products) {

    /// {@return the training of a whole network as in the CLIP paper}
    public static Lesson whole(ClipShape shape, AdamW optimiser, ComputeType products) {
        return new Lesson(shape, new LearnedPart.Everything(), ContrastiveLoss.CROSS_ENTROPY, optimiser, products);
    }
}
