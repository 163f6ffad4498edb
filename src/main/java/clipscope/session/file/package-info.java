/// Sessions in files: saved, opened, and kept against a crash.
@NullMarked
package clipscope.session.file;

import org.jspecify.annotations.NullMarked;
