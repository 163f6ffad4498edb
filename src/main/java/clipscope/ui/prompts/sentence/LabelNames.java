package clipscope.ui.prompts.sentence;

import clipscope.language.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What each label is called inside of the prompts.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelNames {

    private static final Texts TEXTS = Texts.beside(LabelNames.class);

    private final ListView<String> list = new ListView<>();
    private final VBox root = new VBox();

    LabelNames(SentenceViewModel model) {
        Label about = new Label(TEXTS.get("names.about"));
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        list.setId("prompts-names");
        list.setAccessibleText(TEXTS.get("names.accessible"));
        list.setPlaceholder(new Label(TEXTS.get("names.empty")));
        list.setCellFactory(_ -> new NameCell(model));
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().add("stack");
        root.getChildren().setAll(about, list);
    }

    Node node() {
        return root;
    }

    void show(List<String> labels) {
        list.getItems().setAll(labels);
    }

    private static final class NameCell extends ListCell<String> {

        private final SentenceViewModel model;
        private final Label label = new Label();
        private final TextField name = new TextField();
        private final HBox row = new HBox(label, name);

        NameCell(SentenceViewModel model) {
            this.model = model;
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("line");
            label.setPrefWidth(130);
            label.setMinWidth(80);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setOnAction(_ -> keep());
            name.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    keep();
                }
            });
            setPrefWidth(0);
        }

        private void keep() {
            if (getItem() != null && !name.getText().equals(model.name(getItem()))) {
                model.call(getItem(), name.getText());
            }
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row);
            if (!empty && item != null) {
                label.setText(item);
                name.setText(model.name(item));
                name.setAccessibleText(TEXTS.get("name.accessible", item));
            }
        }
    }
}
