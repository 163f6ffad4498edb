/// The Models workspace: the model in use with its certificate, and the models opened of late.
@NullMarked
package clipscope.ui.models;

import org.jspecify.annotations.NullMarked;
