package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;

/// A network with what else its weights say.
///
/// **Thread:** Confined to the inference thread.
///
/// @param computed how it computes
/// @param scoreRule how its cosines become logits
record BoundNetwork(ClipNetwork network, Computed computed, ScoreRule scoreRule) {}
