/// The models a person has on this machine.
@NullMarked
package clipscope.zoo;

import org.jspecify.annotations.NullMarked;
