package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;

/// A network with what else its weights say.
///
/// **Thread:** Confined to the inference thread.
///
/// @param precision what it computes in
/// @param scoreRule how its cosines become logits
record BoundNetwork(ClipNetwork network, Precision precision, ScoreRule scoreRule) {}
