/// `clipscope tokenize`.
@NullMarked
package clipscope.cli.tokenize;

import org.jspecify.annotations.NullMarked;
