/// Images of a session: taking them in, decoding, encoding, small and large views.
@NullMarked
package clipscope.session.image;

import org.jspecify.annotations.NullMarked;
