/// The build of PyTorch for graphics cards, in the Models workspace.
@NullMarked
package clipscope.ui.models.graphics;

import org.jspecify.annotations.NullMarked;
