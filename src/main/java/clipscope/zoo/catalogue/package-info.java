/// The checkpoints that can be had: those of the catalogue and those a person added, and what suits this
/// machine.
@NullMarked
package clipscope.zoo.catalogue;

import org.jspecify.annotations.NullMarked;
