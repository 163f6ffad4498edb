package clipscope.ui.prompts.lab;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// The top label of each image by each way to use the templates.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SideBySide {

    private static final Texts TEXTS = Texts.beside(SideBySide.class);

    private final Function<? super ImageId, String> name;
    private final TableView<Integer> table = new TableView<>();
    private @Nullable LabResult shown;

    /// @param name of an image
    /// @param open goes to an image
    public SideBySide(Function<? super ImageId, String> name, Consumer<? super ImageId> open) {
        this.name = name;
        table.setId("prompts-side-by-side");
        table.setPlaceholder(new Label(TEXTS.get("side.empty")));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected(open);
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected(open);
            }
        });
    }

    private void openSelected(Consumer<? super ImageId> open) {
        Integer row = table.getSelectionModel().getSelectedItem();
        if (row != null && shown != null) {
            open.accept(shown.input().images().get(row));
        }
    }

    Node node() {
        return table;
    }

    void show(LabResult result) {
        shown = result;
        table.getColumns().clear();
        TableColumn<Integer, String> image = new TableColumn<>(TEXTS.get("side.image"));
        image.setCellValueFactory(cell ->
                new ReadOnlyStringWrapper(name.apply(result.input().images().get(cell.getValue()))));
        image.setPrefWidth(130);
        table.getColumns().add(image);
        for (LabResult.Variant variant : result.variants()) {
            TableColumn<Integer, String> column = new TableColumn<>();
            column.setGraphic(head(variant));
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    result.input().labels().get(variant.scores().top(cell.getValue()))));
            column.setCellFactory(_ -> new TopCell(result));
            column.setPrefWidth(126);
            table.getColumns().add(column);
        }
        table.getItems()
                .setAll(IntStream.range(0, result.input().images().size())
                        .boxed()
                        .toList());
    }

    private static Label head(LabResult.Variant variant) {
        Label head = new Label(TEXTS.get(
                "variant",
                variant.title(),
                NumberText.percent(variant.quality().agreement()),
                String.format(Locale.ROOT, "%.3f", variant.quality().margin()).replace('-', '−')));
        head.getStyleClass().add("variant-head");
        return head;
    }

    /// Stands out where it is not the reference's label.
    private static final class TopCell extends TableCell<Integer, String> {

        private final LabResult result;

        TopCell(LabResult result) {
            this.result = result;
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            getStyleClass().remove("differs");
            Integer row = empty || getTableRow() == null ? null : getTableRow().getItem();
            if (row != null && item != null) {
                boolean differs = result.reference().labels().get(row).isPresent()
                        && !item.equals(result.input()
                                .labels()
                                .get(result.reference().labels().get(row).getAsInt()));
                if (differs) {
                    getStyleClass().add("differs");
                }
            }
        }
    }
}
