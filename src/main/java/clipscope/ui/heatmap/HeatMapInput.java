package clipscope.ui.heatmap;

import clipscope.ui.heatmap.place.HeatMapCursor;
import clipscope.ui.heatmap.place.HeatMapViewport;
import clipscope.ui.heatmap.place.HeatMapViewport.Hit;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What keys, wheel and mouse do with a heat map.
///
/// **Thread:** Confined to the JavaFX thread.
final class HeatMapInput {

    private static final Drag NO_DRAG = new Drag(0, 0, 0, 0, false);

    private final HeatMap map;
    private final HeatMap.Listener listener;
    private final HeatMapTip tip;
    private Drag drag = NO_DRAG;

    /// A button that is held down.
    ///
    /// @param scrollX where the view was
    /// @param selecting rather than moving the view
    private record Drag(double x, double y, double scrollX, double scrollY, boolean selecting) {}

    HeatMapInput(HeatMap map, HeatMap.Listener listener, HeatMapTip tip) {
        this.map = map;
        this.listener = listener;
        this.tip = tip;
    }

    /// @param canvas that the map is drawn on
    void listenTo(Canvas canvas) {
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.setOnMouseMoved(this::pointed);
        canvas.setOnMouseExited(_ -> {
            tip.hide();
            listener.pointerLeft();
        });
        canvas.setOnMouseClicked(this::clicked);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            map.zoom(Math.signum(event.getDeltaY()), event.getX(), event.getY());
        } else {
            HeatMapViewport view = map.view();
            double sideways = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            double down = event.isShiftDown() ? 0 : event.getDeltaY();
            map.look(view.scrolledTo(view.scrollX() - sideways, view.scrollY() - down));
        }
        tip.hide();
        tell(map.view().at(event.getX(), event.getY())); // another cell has come under the pointer
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() && zoomKey(event)) {
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case ENTER -> open(map.state());
            case S -> {
                if (event.isShortcutDown()) {
                    return; // saves
                }
                sort(map.state());
            }
            case UP, DOWN, LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN ->
                go(map.state().moved(event.getCode(), event.isShortcutDown()), event.isShiftDown());
            case ESCAPE -> {
                if (map.state().selected().isEmpty()) {
                    return;
                }
                map.moveTo(map.state().withoutSelection());
            }
            default -> {
                return;
            }
        }
        tip.hide(); // the cursor's cell is the one to read of now
        event.consume();
    }

    private boolean zoomKey(KeyEvent event) {
        switch (event.getCode()) {
            case A -> map.moveTo(map.state().all());
            case PLUS, ADD, EQUALS -> map.zoom(1, 0, 0);
            case MINUS, SUBTRACT -> map.zoom(-1, 0, 0);
            case DIGIT0, NUMPAD0 -> map.zoomAsAtFirst();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void clicked(MouseEvent event) {
        map.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        switch (map.view().at(event.getX(), event.getY())) {
            case Hit.Cell(int row, int column) -> {
                go(map.state().at(row, column), event.isShiftDown());
                if (event.getClickCount() == 2) {
                    open(map.state());
                }
            }
            case Hit.ColumnHeader(int column) -> listener.columnClicked(column);
            case Hit.RowHeader row -> map.goTo(row);
            case Hit.Nothing() -> {}
        }
    }

    private void pressed(MouseEvent event) {
        map.requestFocus();
        boolean selecting = event.isShiftDown() && event.isPrimaryButtonDown();
        HeatMapViewport view = map.view();
        drag = new Drag(event.getX(), event.getY(), view.scrollX(), view.scrollY(), selecting);
    }

    /// Moves the cells with the pointer; with Shift, selects from where the button was pressed.
    private void dragged(MouseEvent event) {
        tip.hide();
        if (!drag.selecting) {
            map.look(map.view().scrolledTo(drag.scrollX + drag.x - event.getX(), drag.scrollY + drag.y - event.getY()));
        } else if (!event.isStillSincePress()
                && map.view().at(drag.x, drag.y) instanceof Hit.Cell(int row, int column)
                && map.view().at(event.getX(), event.getY()) instanceof Hit.Cell(int toRow, int toColumn)) {
            map.moveTo(new HeatMapCursor(map.view(), row, column)
                    .extendedTo(new HeatMapCursor(map.view(), toRow, toColumn)));
        }
    }

    private void open(HeatMapCursor cursor) {
        if (cursor.isOnCell()) {
            listener.opened(cursor.row(), cursor.column());
        }
    }

    private void sort(HeatMapCursor cursor) {
        if (cursor.isOnCell()) {
            listener.columnClicked(cursor.column());
        }
    }

    private void go(HeatMapCursor moved, boolean selecting) {
        map.moveTo(selecting ? map.state().extendedTo(moved) : moved);
    }

    private void pointed(MouseEvent event) {
        Hit hit = map.view().at(event.getX(), event.getY());
        tell(hit);
        Optional<String> text = switch (hit) {
            case Hit.Cell(int row, int column) -> Optional.of(map.data().description(row, column));
            case Hit.ColumnHeader(int column) ->
                Optional.of(map.data().column(column).description());
            case Hit.RowHeader(int row) -> Optional.of(map.data().rowDescription(row));
            case Hit.Nothing() -> Optional.empty();
        };
        text.ifPresentOrElse(
                words -> tip.show(words, event.getX(), event.getY(), map.getWidth(), map.getHeight()), tip::hide);
    }

    private void tell(Hit hit) {
        if (hit instanceof Hit.Cell(int row, int column)) {
            listener.pointed(row, column);
        } else {
            listener.pointerLeft();
        }
    }
}
