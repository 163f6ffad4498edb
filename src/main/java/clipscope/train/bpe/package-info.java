/// Byte-pair encoding: learning the pieces, writing them as a tokenizer file.
@NullMarked
package clipscope.train.bpe;

import org.jspecify.annotations.NullMarked;
