package clipscope.ui.classify.labels;

import clipscope.language.Texts;
import clipscope.prompt.LabelList;
import clipscope.score.NumberText;
import clipscope.ui.fx.Debounce;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Keys and mouse on the labels: choosing, editing in place, removing, moving.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelTableInput {

    private static final Texts TEXTS = Texts.beside(LabelTableInput.class);

    private static final Duration QUIET = Duration.millis(80); // results follow typing within 300 ms
    private static final double DRAG_THRESHOLD = 6; // a shaking hand is not dragging

    private final LabelsViewModel model;
    private final LabelTable table;
    private final TextField field = new LabelField();
    private final ContextMenu menu = new ContextMenu();
    private final Debounce typing = new Debounce(QUIET, this::typed);
    private @Nullable String editing;
    private @Nullable String dragging;
    private double pressedAt;

    LabelTableInput(LabelsViewModel model, LabelTable table) {
        this.model = model;
        this.table = table;
        field.setId("classify-label-edit");
        field.setAccessibleText(TEXTS.get("field.accessible"));
        field.getStyleClass().add("label-edit");
        field.textProperty().subscribe((_, _) -> {
            if (editing != null) {
                typing.request();
            }
        });
        field.setOnAction(_ -> endEdit(true));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::keyInField);
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                endEdit(true);
            }
        });
    }

    void keyPressed(KeyEvent event) {
        if (editing != null || table.rows().isEmpty()) {
            return;
        }
        int row = table.selectedRow();
        switch (event.getCode()) {
            case UP, DOWN -> {
                int step = event.getCode() == KeyCode.UP ? -1 : 1;
                if (event.isAltDown()) {
                    model.move(table.selected(), step);
                    table.select(table.selectedRow());
                } else if (event.isShiftDown()) {
                    table.extendTo(row + step);
                } else {
                    go(row + step);
                }
            }
            case HOME -> go(0);
            case END -> go(table.rows().size() - 1);
            case PAGE_UP -> go(row - table.page());
            case PAGE_DOWN -> go(row + table.page());
            case A -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                table.markAll();
            }
            case P -> model.pin(table.selected());
            case F2, ENTER -> edit(table.selected());
            case SPACE -> model.leaveOut(table.selected());
            case E -> showEffect(table.selected());
            case CONTEXT_MENU -> menu(table.localToScreen(0, LabelTable.ROW));
            case DELETE, BACK_SPACE -> {
                model.removeAll(table.chosen());
                go(row);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int row) {
        table.unmark();
        table.select(row);
    }

    private void press(MouseEvent event, int row) {
        if (event.isShiftDown()) {
            table.extendTo(row);
        } else if (event.isShortcutDown()) {
            table.toggle(row);
        } else {
            go(row);
        }
    }

    void mouse(MouseEvent event) {
        int row = (int) (event.getY() / LabelTable.ROW);
        if (event.isPopupTrigger() && row < table.rows().size() && editing == null) {
            table.requestFocus();
            if (!table.chosen().contains(table.rows().get(row).label())) {
                go(row);
            }
            menu(new Point2D(event.getScreenX(), event.getScreenY()));
        }
        if (event.getButton() != MouseButton.PRIMARY || editing != null) {
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED
                && row < table.rows().size()) {
            table.requestFocus();
            press(event, row);
            pressedAt = event.getY();
            dragging = table.selected();
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            drag(event.getY());
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            dragging = null;
        } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED && event.getClickCount() == 2) {
            edit(table.selected());
        }
    }

    /// The label follows the pointer from row to row; letting go is all there is to do.
    private void drag(double y) {
        String label = dragging;
        int row = Math.clamp((int) (y / LabelTable.ROW), 0, table.rows().size() - 1);
        if (label != null && Math.abs(y - pressedAt) > DRAG_THRESHOLD && row != table.selectedRow()) {
            model.moveTo(label, row);
        }
    }

    private void showEffect(String label) {
        model.effect(label).ifPresent(effect -> new EffectPopover(effect).showBeside(table, table.selectedRow()));
    }

    private void menu(Point2D at) {
        LabelRow row = table.rows().get(table.selectedRow());
        menu.getItems()
                .setAll(
                        item(TEXTS.get("menu.edit"), () -> edit(row.label())),
                        item(
                                model.pinnedProperty().get().contains(row.label())
                                        ? TEXTS.get("menu.unpin")
                                        : TEXTS.get("menu.pin"),
                                () -> model.pin(row.label())),
                        item(
                                row.leftOut() ? TEXTS.get("menu.back") : TEXTS.get("menu.out"),
                                () -> model.leaveOut(row.label())));
        if (model.effect(row.label()).isPresent()) {
            menu.getItems().add(item(TEXTS.get("menu.effect"), () -> showEffect(row.label())));
        }
        if (row.threshold().isPresent()) {
            menu.getItems()
                    .add(item(
                            TEXTS.get(
                                    "menu.threshold.remove",
                                    NumberText.cosine(row.threshold().getAsDouble())),
                            () -> model.setThreshold(row.label(), OptionalDouble.empty())));
        }
        row.score()
                .ifPresent(score -> menu.getItems()
                        .add(item(
                                TEXTS.get("menu.threshold", NumberText.cosine(score.cosine())),
                                () -> model.setThreshold(row.label(), OptionalDouble.of(score.cosine())))));
        Set<String> chosen = table.chosen();
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(
                                chosen.size() > 1
                                        ? TEXTS.get("menu.remove.several", chosen.size())
                                        : TEXTS.get("menu.remove"),
                                () -> model.removeAll(chosen)));
        menu.show(table, at.getX(), at.getY());
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void edit(String label) {
        LabelRowNode node = table.nodes().get(label);
        if (node != null && editing == null) {
            field.setText(LabelList.joined(List.of(label))); // else a comma in it would part it in two
            node.text().getChildren().set(0, field);
            editing = label;
            field.requestFocus();
            field.selectAll();
        }
    }

    /// Shows the results of what stands in the field, if that can be one label of its own.
    private void typed() {
        List<String> labels = LabelList.parse(field.getText());
        if (editing != null && labels.size() == 1 && !names(labels.getFirst())) {
            String after = labels.getFirst();
            String before = editing;
            editing = after;
            table.renamed(before, after);
            model.retype(before, after);
        }
    }

    private boolean names(String label) {
        return table.rows().stream().anyMatch(row -> row.label().equals(label));
    }

    private void keyInField(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            endEdit(false);
            event.consume();
        }
    }

    private void endEdit(boolean keep) {
        String label = editing;
        if (label == null) {
            return;
        }
        typing.cancel();
        editing = null;
        if (field.getParent() instanceof VBox text && text.getParent() instanceof LabelRowNode node) {
            text.getChildren().set(0, node.name());
        }
        table.requestFocus();
        if (keep) {
            model.rename(label, field.getText());
        } else {
            model.undoRetyping();
        }
    }
}
