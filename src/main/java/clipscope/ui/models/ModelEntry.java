package clipscope.ui.models;

import java.nio.file.Path;
import java.util.Optional;

/// A model that can be opened with a click.
///
/// **Thread:** Immutable.
///
/// @param bundled whether it comes with the program
/// @param inUse whether it is the one in use
public record ModelEntry(Path location, boolean bundled, boolean inUse) {

    /// {@return the name of the folder or file}
    public String name() {
        return Optional.ofNullable(location.getFileName()).orElse(location).toString();
    }

    /// {@return where it comes from: the folder it lies in, or the program}
    public String origin() {
        return bundled
                ? "comes with ClipScope"
                : Optional.ofNullable(location.getParent()).map(Path::toString).orElse("");
    }
}
