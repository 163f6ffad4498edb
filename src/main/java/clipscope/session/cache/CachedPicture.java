package clipscope.session.cache;

import clipscope.embedding.Embedding;
import clipscope.session.ImageState;

/// All that a session needs of a picture that it has seen before, but its thumbnail.
///
/// **Thread:** Immutable.
public record CachedPicture(ImageState.Decoded facts, Embedding embedding) {}
