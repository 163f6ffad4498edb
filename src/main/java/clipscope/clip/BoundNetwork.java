package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;

/// A network with what else its weights say.
///
/// **Thread:** Confined to the inference thread.
///
/// @param precision what it computes in
/// @param logitScale the factor from cosine to logit
record BoundNetwork(ClipNetwork network, Precision precision, double logitScale) {}
