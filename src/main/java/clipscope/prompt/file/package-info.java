/// Labels in files: lists that people have, and sets that they keep.
@NullMarked
package clipscope.prompt.file;

import org.jspecify.annotations.NullMarked;
