/// What every command reads and writes: results, notes, texts, exit status.
@NullMarked
package clipscope.cli.io;

import org.jspecify.annotations.NullMarked;
