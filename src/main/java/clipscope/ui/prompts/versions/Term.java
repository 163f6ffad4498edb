package clipscope.ui.prompts.versions;

import clipscope.embedding.ImageId;

/// A prompt or an image in a sum, with its weight.
///
/// **Thread:** Immutable.
public sealed interface Term {

    double weight();

    Term withWeight(double weight);

    record OfText(String text, double weight) implements Term {
        @Override
        public Term withWeight(double other) {
            return new OfText(text, other);
        }
    }

    record OfImage(ImageId image, double weight) implements Term {
        @Override
        public Term withWeight(double other) {
            return new OfImage(image, other);
        }
    }
}
