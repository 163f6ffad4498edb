package clipscope.session;

import clipscope.embedding.ImageId;
import java.util.Set;

/// What has just become different in a session. Whoever shows it looks up the new state himself.
///
/// **Thread:** Immutable.
public sealed interface SessionChange {

    /// Images were added, removed, put into another order or given captions of their own.
    record Images() implements SessionChange {}

    /// The state or the thumbnail of one image.
    record Image(ImageId id) implements SessionChange {}

    /// These images have embeddings now.
    record Encoded(Set<ImageId> images) implements SessionChange {

        public Encoded {
            images = Set.copyOf(images);
        }
    }

    /// The labels, the template or the templates tried out.
    record Prompts() implements SessionChange {}

    /// Prompts have embeddings now, or failed.
    record PromptsEncoded() implements SessionChange {}

    /// How scores are to be read.
    record Scores() implements SessionChange {}

    /// Which images and labels stay in sight in the grid.
    record Frozen() implements SessionChange {}

    /// What is worked out from all images or from other words, in the background, is there now.
    record Surveyed() implements SessionChange {}

    /// The image looked at is being shown to the model in another framing, or has been.
    record Framed() implements SessionChange {}

    /// Another image is looked at, or none.
    record Selection() implements SessionChange {}

    /// A model is being loaded, is there, or could not be loaded.
    record Model() implements SessionChange {}
}
