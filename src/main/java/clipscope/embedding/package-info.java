/// Values: embeddings, their matrices, the names of images.
@NullMarked
package clipscope.embedding;

import org.jspecify.annotations.NullMarked;
