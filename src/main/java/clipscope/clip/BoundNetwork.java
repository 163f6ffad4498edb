package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;
import clipscope.clip.weights.file.HeldFiles;

/// A network with what else its weights say.
///
/// **Thread:** Confined to the inference thread.
///
/// @param computed how it computes
/// @param scoreRule how its cosines become logits
/// @param identity all that decides a picture's embedding, as a hash
/// @param parameters how many numbers its weights are
/// @param files its weights, as they were when they were bound
/// @param held the same, to be held while they are computed with
record BoundNetwork(
        ClipNetwork network,
        Computed computed,
        ScoreRule scoreRule,
        String identity,
        long parameters,
        FileStamps files,
        HeldFiles held) {}
