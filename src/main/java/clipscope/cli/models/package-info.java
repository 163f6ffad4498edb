/// The `models` command.
@NullMarked
package clipscope.cli.models;

import org.jspecify.annotations.NullMarked;
