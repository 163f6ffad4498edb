package clipscope.ui.control;

import clipscope.ui.control.Page.KeyHint;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;

/// What a workspace shows, once it was built.
///
/// **Thread:** Confined to the JavaFX thread.
public interface PageView {

    /// {@return what is shown; its id is that of the page}
    Region node();

    /// Takes files and folders that were dropped while the page is in front.
    ///
    /// @return whether they were of use; if not, their pictures are added to the session
    default boolean take(List<Path> files) {
        return false;
    }

    /// {@return the keys that work on this page only, for the sheet of keys}
    default List<KeyHint> keys() {
        return List.of();
    }
}
