/// What is known of a model and how it is known, and whether it computes as it should.
@NullMarked
package clipscope.clip.certificate;

import org.jspecify.annotations.NullMarked;
