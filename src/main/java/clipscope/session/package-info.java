/// What the person is working on, and the background work that keeps it computed.
@NullMarked
package clipscope.session;

import org.jspecify.annotations.NullMarked;
