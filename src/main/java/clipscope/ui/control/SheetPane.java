package clipscope.ui.control;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A sheet over everything else in the window, until it is closed. The keyboard stays on it while it is
/// open.
///
/// Not a window of its own: a sheet needs no place of its own on the screen and is closed by a click beside
/// it.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SheetPane extends StackPane {

    private @Nullable Node first;
    private @Nullable Node focusedBefore;
    private Subscription guard = Subscription.EMPTY;

    public SheetPane() {
        getStyleClass().add("sheet-pane");
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /// {@return whether a sheet is open}
    public ReadOnlyBooleanProperty openProperty() {
        return visibleProperty();
    }

    /// Opens a sheet; one that is open gives way.
    ///
    /// @param first gets the keyboard
    public void open(Region sheet, Node first) {
        Scene scene = getScene();
        if (!isVisible() && scene != null) {
            focusedBefore = scene.getFocusOwner();
            guard = scene.focusOwnerProperty().subscribe(this::keepFocus);
        }
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        this.first = first;
        getChildren().setAll(sheet);
        setVisible(true);
        first.requestFocus();
    }

    /// Closes the sheet, and gives the keyboard back to where it was.
    public void close() {
        guard.unsubscribe();
        setVisible(false);
        getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /// What lies under the sheet is still there for the Tab key, which goes round the sheet instead.
    private void keepFocus(@Nullable Node before, @Nullable Node now) {
        if (first != null && !within(now)) {
            first.requestFocus();
        }
    }

    private boolean within(@Nullable Node node) {
        Node ancestor = node;
        while (ancestor != null && ancestor != this) {
            ancestor = ancestor.getParent();
        }
        return ancestor == this;
    }
}
