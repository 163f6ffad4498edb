package clipscope.score;

/// How one label fits one image.
///
/// **Thread:** Immutable.
///
/// @param label as the person typed it
/// @param prompt the template with the label filled in: what the text tower read
/// @param cosine of the image's and the prompt's embeddings, [-1, 1]
/// @param logit logit scale × cosine, and the bias of a model that has one
/// @param probability by the model's own rule, [0, 1]: softmax over the labels compared, or sigmoid
public record LabelScore(String label, String prompt, double cosine, double logit, double probability) {}
