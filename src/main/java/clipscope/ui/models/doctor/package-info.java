/// What this machine is, in the Models workspace.
@NullMarked
package clipscope.ui.models.doctor;

import org.jspecify.annotations.NullMarked;
