package clipscope.ui.grid;

import clipscope.language.Texts;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.heatmap.HeatMap;
import clipscope.ui.heatmap.place.CellBlock;
import clipscope.ui.heatmap.place.HeatMapViewport;
import clipscope.ui.heatmap.place.HeatMapViewport.Hit;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What can be done with a cell of the grid, an image or a prompt: by the other mouse button, the menu key,
/// or keys of its own.
///
/// The cursor goes to what was pressed, unless that is selected: so the menu does what the keys would do.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridContextMenu {

    private static final Texts TEXTS = Texts.beside(GridContextMenu.class);

    private final GridViewModel model;
    private final HeatMap map;
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem images;
    private final MenuItem prompts;
    private final MenuItem all;
    private final MenuItem sort;
    private final MenuItem open;

    GridContextMenu(GridViewModel model, HeatMap map) {
        this.model = model;
        this.map = map;
        GridFreezeMenu freezing = new GridFreezeMenu(model.freezing());
        this.images = freezing.images();
        this.prompts = freezing.prompts();
        this.all = freezing.all();
        this.sort = item(TEXTS.get("menu.sort"), cell -> {
            model.sortBy(cell.label());
            map.showTop();
        });
        this.open = item(TEXTS.get("panel.open"), cell -> model.open(cell.image()));
        menu.setId("grid-menu");
        map.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private MenuItem item(String text, Consumer<GridCell> action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> model.cursorProperty().get().ifPresent(action));
        return item;
    }

    private void keyPressed(KeyEvent event) {
        boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        boolean menuKey =
                event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        if (event.getCode() == KeyCode.F && !modified) {
            if (event.isShiftDown()) {
                model.freezing().toggleLabels();
            } else {
                model.freezing().toggleImages();
            }
            event.consume();
        } else if (menuKey) {
            showAtCursor();
            event.consume();
        }
    }

    private void requested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            showAtCursor();
        } else {
            Hit hit = map.view().at(event.getX(), event.getY());
            if (!selected(hit)) {
                map.goTo(hit);
            }
            show(hit, new Point2D(event.getScreenX(), event.getScreenY()));
        }
        event.consume();
    }

    private void showAtCursor() {
        HeatMapViewport view = map.view();
        map.cursor()
                .ifPresent(cell -> show(
                        cell,
                        map.localToScreen(
                                view.x(cell.column()) + view.metrics().cellWidth() / 2,
                                view.y(cell.row()) + view.metrics().cellHeight() / 2)));
    }

    private boolean selected(Hit hit) {
        return map.selected().filter(block -> isIn(block, hit)).isPresent();
    }

    private static boolean isIn(CellBlock block, Hit hit) {
        return switch (hit) {
            case Hit.Cell(int row, int column) -> block.hasRow(row) && block.hasColumn(column);
            case Hit.RowHeader(int row) -> block.hasRow(row);
            case Hit.ColumnHeader(int column) -> block.hasColumn(column);
            case Hit.Nothing() -> false;
        };
    }

    private void show(Hit hit, Point2D at) {
        List<MenuItem> items = switch (hit) {
            case Hit.Cell _ -> List.of(images, prompts, all, new SeparatorMenuItem(), sort, open);
            case Hit.RowHeader _ -> List.of(images, all, new SeparatorMenuItem(), open);
            case Hit.ColumnHeader _ -> List.of(prompts, all, new SeparatorMenuItem(), sort);
            case Hit.Nothing() -> List.of();
        };
        menu.getItems().setAll(items);
        if (!items.isEmpty()) {
            menu.show(map, at.getX(), at.getY());
        }
    }
}
