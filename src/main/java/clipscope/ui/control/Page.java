package clipscope.ui.control;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// One workspace of the window.
///
/// **Thread:** Confined to the JavaFX thread.
public interface Page {

    /// {@return the id of the page's node, which all of its style rules and ids begin with: `classify`}
    String id();

    /// {@return the name in the navigation rail}
    String title();

    Ikon icon();

    Region node();

    /// {@return whether the page is about pictures: while there are none, the welcome stands in its place}
    default boolean needsPictures() {
        return true;
    }

    /// {@return whether its place is apart from the workspaces, at the end of the navigation rail}
    default boolean atEnd() {
        return false;
    }

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

    /// What a key does.
    ///
    /// @param keys in English, as people write them: "Alt+Up"; [KeyNames] says them in other languages
    /// @param text what they do: "Move the label up"
    record KeyHint(String keys, String text) {}
}
