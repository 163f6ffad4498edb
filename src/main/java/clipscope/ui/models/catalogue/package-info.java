/// The list of the Models workspace: models here and models to download.
@NullMarked
package clipscope.ui.models.catalogue;

import org.jspecify.annotations.NullMarked;
