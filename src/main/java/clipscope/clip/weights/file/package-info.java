/// Mapped files and ZIP archives, byte by byte; nothing in them is believed.
@NullMarked
package clipscope.clip.weights.file;

import org.jspecify.annotations.NullMarked;
