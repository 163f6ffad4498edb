/// The `doctor` command.
@NullMarked
package clipscope.cli.doctor;

import org.jspecify.annotations.NullMarked;
