package clipscope.ui.fx;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Makes a part of the window take text that other programs drop, and gives it the pseudo-class `:text-over`
/// while text is above it. Files and pictures are left to the window.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TextDrop {

    private static final PseudoClass TEXT_OVER = PseudoClass.getPseudoClass("text-over");

    private final Node area;
    private final Consumer<? super String> take;
    private final Function<DragEvent, Clipboard> board;

    public TextDrop(Node area, Consumer<? super String> take) {
        this(area, take, DragEvent::getDragboard);
    }

    /// @param board what is dragged; a test has no way to drag
    TextDrop(Node area, Consumer<? super String> take, Function<DragEvent, Clipboard> board) {
        this.area = area;
        this.take = take;
        this.board = board;
        area.addEventHandler(DragEvent.DRAG_OVER, this::over);
        area.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        area.addEventHandler(DragEvent.DRAG_EXITED, _ -> area.pseudoClassStateChanged(TEXT_OVER, false));
    }

    private void over(DragEvent event) {
        if (textOnly(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            area.pseudoClassStateChanged(TEXT_OVER, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (textOnly(event)) {
            area.pseudoClassStateChanged(TEXT_OVER, false);
            take.accept(board.apply(event).getString());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean textOnly(DragEvent event) {
        Clipboard dragged = board.apply(event);
        return event.getGestureSource() == null && dragged.hasString() && !TransferReader.promising(dragged);
    }
}
