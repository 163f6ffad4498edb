/// Files written whole or not at all.
@NullMarked
package clipscope.file;

import org.jspecify.annotations.NullMarked;
