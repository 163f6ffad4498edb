package clipscope.clip;

/// How a model turns the cosine of an image and a prompt into a logit, and what its logits mean.
///
/// **Thread:** Immutable.
public sealed interface ScoreRule {

    /// {@return the factor from cosine to logit, exp(logit_scale); about 100 in OpenAI's models}
    double scale();

    /// {@return what is added to the scaled cosine}
    double bias();

    /// {@return the logit of a cosine}
    default double logit(double cosine) {
        return scale() * cosine + bias();
    }

    /// The labels share one probability: CLIP.
    ///
    /// **Source:** Radford et al. 2021, section 3.1.2.
    record Softmax(double scale) implements ScoreRule {

        @Override
        public double bias() {
            return 0;
        }
    }

    /// Each label has a probability of its own: SigLIP.
    ///
    /// **Source:** Zhai et al. 2023, "Sigmoid Loss for Language Image Pre-Training", algorithm 1.
    record Sigmoid(double scale, double bias) implements ScoreRule {}
}
