package clipscope.ui.prompts.sentence;

import clipscope.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What each label is called inside of the prompts.
///
/// Enter goes from the list into the field of the label chosen, and back; Escape takes back what was typed.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelNames {

    private static final Texts TEXTS = Texts.beside(LabelNames.class);

    private final SentenceViewModel model;
    private final ListView<String> list = new ListView<>();
    private final List<NameCell> cells = new ArrayList<>(); // as many as there is room for
    private final VBox root = new VBox();

    LabelNames(SentenceViewModel model) {
        this.model = model;
        Label about = new Label(TEXTS.get("names.about"));
        about.getStyleClass().add("muted");
        about.setId("prompts-names-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        list.setId("prompts-names");
        list.setAccessibleText(TEXTS.get("names.accessible"));
        list.setPlaceholder(new Label(TEXTS.get("names.empty")));
        list.setCellFactory(_ -> {
            NameCell cell = new NameCell();
            cells.add(cell);
            return cell;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed); // before the list, which keeps the focus
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().add("stack");
        root.getChildren().setAll(about, list);
    }

    Node node() {
        return root;
    }

    /// Shows labels, each with its name; a field that somebody types into is left alone.
    void show(List<String> labels) {
        if (labels.equals(list.getItems())) {
            cells.forEach(NameCell::follow); // to set the items takes the focus from the field
        } else {
            list.getItems().setAll(labels);
        }
    }

    private void keyPressed(KeyEvent event) {
        String label = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && event.getTarget() == list && label != null) {
            cells.stream()
                    .filter(cell -> cell.isVisible() && label.equals(cell.getItem())) // one only measures
                    .findFirst()
                    .ifPresent(cell -> cell.name.requestFocus());
            event.consume();
        }
    }

    private final class NameCell extends ListCell<String> {

        private final Label label = new Label();
        private final TextField name = new TextField();
        private final HBox row = new HBox(label, name);
        private String told = ""; // the name as it is, whatever is typed

        NameCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("line");
            label.setPrefWidth(130);
            label.setMinWidth(80);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setOnAction(_ -> {
                keep();
                list.requestFocus();
            });
            name.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
            name.focusedProperty().subscribe(focused -> {
                if (focused) {
                    list.getSelectionModel().select(getIndex());
                } else {
                    keep();
                }
            });
            setPrefWidth(0);
        }

        private void escaped(KeyEvent event) {
            if (event.getCode() == KeyCode.ESCAPE) {
                name.setText(told);
                list.requestFocus();
                event.consume();
            }
        }

        private void keep() {
            if (getItem() != null && !name.getText().equals(told)) {
                model.call(getItem(), name.getText());
                tell(getItem()); // nothing typed is the label again
            }
        }

        private void follow() {
            boolean here = name.getScene() != null && name.getScene().getFocusOwner() == name;
            boolean typing = here && !name.getText().equals(told);
            if (getItem() != null && !typing) {
                tell(getItem());
            }
        }

        private void tell(String item) {
            told = model.name(item);
            if (!name.getText().equals(told)) { // else the caret would jump
                name.setText(told);
            }
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            boolean same = Objects.equals(item, getItem());
            if (!same) {
                keep(); // typed for the label before, which is scrolled out of sight
            }
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row);
            if (empty || item == null) {
                return;
            }
            label.setText(item);
            name.setAccessibleText(TEXTS.get("name.accessible", item));
            if (same) {
                follow();
            } else {
                tell(item);
            }
        }
    }
}
