/// The model in use and what it has computed.
@NullMarked
package clipscope.session.model;

import org.jspecify.annotations.NullMarked;
