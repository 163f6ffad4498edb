/// Words to test with.
@NullMarked
package clipscope.language.sample;

import org.jspecify.annotations.NullMarked;
