/// Embeddings kept on disk.
@NullMarked
package clipscope.session.cache;

import org.jspecify.annotations.NullMarked;
