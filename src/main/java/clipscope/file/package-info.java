/// Files written whole or not at all, and tables read from them.
@NullMarked
package clipscope.file;

import org.jspecify.annotations.NullMarked;
