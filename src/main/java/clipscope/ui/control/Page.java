package clipscope.ui.control;

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
}
