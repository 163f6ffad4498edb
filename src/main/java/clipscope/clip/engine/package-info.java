/// The network as a TorchScript program, and its weights.
@NullMarked
package clipscope.clip.engine;

import org.jspecify.annotations.NullMarked;
