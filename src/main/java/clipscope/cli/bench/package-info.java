/// The `bench` command.
@NullMarked
package clipscope.cli.bench;

import org.jspecify.annotations.NullMarked;
