/// What a duel shows: its numbers, its sentences, its lines in a file.
@NullMarked
package clipscope.ui.duel.table;

import org.jspecify.annotations.NullMarked;
