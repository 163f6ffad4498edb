/// `clipscope gpu`: the build of PyTorch for graphics cards.
@NullMarked
package clipscope.cli.gpu;

import org.jspecify.annotations.NullMarked;
