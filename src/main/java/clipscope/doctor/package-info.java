/// What this machine and this program are, and how well they suit each other.
@NullMarked
package clipscope.doctor;

import org.jspecify.annotations.NullMarked;
