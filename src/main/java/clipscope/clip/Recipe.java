package clipscope.clip;

import clipscope.clip.layout.ModelPlan.Library;
import clipscope.clip.pixels.Preprocessing;

/// What another program needs to know to compute the same embeddings from the same files.
///
/// **Thread:** Immutable.
///
/// @param library what the model's files were written for
/// @param pixels how a picture becomes the image tower's input
/// @param filled whether prompts are filled up with tokens to the whole context
/// @param resampled whether pictures have another size than in training, so that positions are resampled
public record Recipe(Library library, Preprocessing pixels, boolean filled, boolean resampled) {}
