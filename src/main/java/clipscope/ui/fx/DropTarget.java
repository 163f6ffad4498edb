package clipscope.ui.fx;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Makes a part of the window take what other programs drop, and shows that it does.
///
/// What is dragged inside the window, to put thumbnails into another order, say, is left alone.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DropTarget {

    private final Node overlay;
    private final Predicate<? super Transfer> take;
    private final Function<DragEvent, Clipboard> board;

    /// @param area where things may be dropped, on its children too
    /// @param overlay shown while something is dragged over the area
    /// @param take receives what was dropped; says whether it was of use
    public DropTarget(Node area, Node overlay, Predicate<? super Transfer> take) {
        this(area, overlay, take, DragEvent::getDragboard);
    }

    /// @param board what is dragged; a test has no way to drag
    DropTarget(Node area, Node overlay, Predicate<? super Transfer> take, Function<DragEvent, Clipboard> board) {
        this.overlay = overlay;
        this.take = take;
        this.board = board;
        overlay.setVisible(false);
        overlay.setMouseTransparent(true); // else the drag would leave the area for the overlay, which vanishes then
        area.addEventFilter(DragEvent.DRAG_OVER, this::over);
        area.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
        area.addEventHandler(DragEvent.DRAG_EXITED, _ -> overlay.setVisible(false));
    }

    private void over(DragEvent event) {
        if (isForUs(event)) {
            event.acceptTransferModes(TransferMode.COPY); // never MOVE: the file manager would delete the file
            overlay.setVisible(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isForUs(event)) { // text alone is for what lies below
            overlay.setVisible(false);
            event.setDropCompleted(take.test(TransferReader.read(board.apply(event))));
            event.consume();
        }
    }

    private boolean isForUs(DragEvent event) {
        return event.getGestureSource() == null && TransferReader.promising(board.apply(event));
    }
}
