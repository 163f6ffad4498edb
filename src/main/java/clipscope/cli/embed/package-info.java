/// `clipscope embed`.
@NullMarked
package clipscope.cli.embed;

import org.jspecify.annotations.NullMarked;
