/// A second model beside the one in use, on the same images and labels.
@NullMarked
package clipscope.session.duel;

import org.jspecify.annotations.NullMarked;
