/// What commands share: the program around them, a model, its session.
@NullMarked
package clipscope.cli.desk;

import org.jspecify.annotations.NullMarked;
