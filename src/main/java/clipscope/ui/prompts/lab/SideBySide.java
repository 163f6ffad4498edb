package clipscope.ui.prompts.lab;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
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
    private final List<Label> heads = new ArrayList<>(); // of all columns but the first
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

    /// Shows what was measured. Results come again and again while images are encoded: what is selected, and
    /// by what it is sorted, stays.
    void show(LabResult result) {
        shown = result;
        List<LabResult.Variant> variants = result.variants();
        if (heads.size() != variants.size()) {
            build(variants.size());
        }
        for (int i = 0; i < variants.size(); i++) {
            heads.get(i).setText(head(variants.get(i)));
        }
        int rows = result.input().images().size();
        table.getItems().removeIf(row -> row >= rows);
        table.getItems()
                .addAll(IntStream.range(table.getItems().size(), rows).boxed().toList());
        table.sort();
        table.refresh();
    }

    void clear() {
        shown = null;
        table.getItems().clear();
    }

    private void build(int variants) {
        heads.clear();
        TableColumn<Integer, String> image = new TableColumn<>(TEXTS.get("side.image"));
        image.setCellValueFactory(
                cell -> text(of -> name.apply(of.input().images().get(cell.getValue()))));
        image.setPrefWidth(130);
        table.getColumns().setAll(List.of(image));
        for (int i = 0; i < variants; i++) {
            int variant = i;
            Label head = new Label();
            head.getStyleClass().add("variant-head");
            heads.add(head);
            TableColumn<Integer, String> column = new TableColumn<>();
            column.setGraphic(head);
            column.setCellValueFactory(cell -> text(of ->
                    of.input().labels().get(of.variants().get(variant).scores().top(cell.getValue()))));
            column.setCellFactory(_ -> new TopCell());
            column.setPrefWidth(150);
            table.getColumns().add(column);
        }
    }

    private ObservableValue<String> text(Function<LabResult, String> text) {
        return new ReadOnlyStringWrapper(shown == null ? "" : text.apply(shown));
    }

    private static String head(LabResult.Variant variant) {
        return TEXTS.get(
                "variant",
                variant.title(),
                NumberText.percent(variant.quality().agreement()),
                String.format(Locale.ROOT, "%.3f", variant.quality().margin()).replace('-', '−'));
    }

    /// Stands out where it is not the reference's label.
    private final class TopCell extends TableCell<Integer, String> {

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            getStyleClass().remove("differs");
            Integer row = empty || getTableRow() == null ? null : getTableRow().getItem();
            if (row != null && item != null && shown != null && differs(shown, row, item)) {
                getStyleClass().add("differs");
            }
        }

        private static boolean differs(LabResult result, int row, String label) {
            OptionalInt wanted = result.reference().labels().get(row);
            return wanted.isPresent() && !label.equals(result.input().labels().get(wanted.getAsInt()));
        }
    }
}
