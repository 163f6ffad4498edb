/// The build of PyTorch for NVIDIA's graphics cards, which ClipScope does not bring: fetched on request.
@NullMarked
package clipscope.zoo.graphics;

import org.jspecify.annotations.NullMarked;
