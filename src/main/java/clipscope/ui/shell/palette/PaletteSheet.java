package clipscope.ui.shell.palette;

import clipscope.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field for some words of a command, and below it the commands that have them.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PaletteSheet {

    private static final Texts TEXTS = Texts.beside(PaletteSheet.class);

    private static final int PAGE = 8; // rows that Page Up and Page Down go
    private static final int BEFORE = 2; // rows seen before the marked one

    private final PaletteViewModel model;
    private final Runnable close;
    private final VBox root = new VBox();
    private final TextField field = new TextField();
    private final ListView<Command> list;

    public PaletteSheet(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        this.list = new ListView<>(model.found());
        field.setId("shell-palette-field");
        field.setPromptText(TEXTS.get("prompt"));
        field.setAccessibleText(TEXTS.get("field.accessible"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setId("shell-palette-list");
        list.setFocusTraversable(false); // the arrow keys move in it while the field has the keyboard
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label(TEXTS.get("none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        model.markedProperty().subscribe(this::mark);
        model.found().subscribe(this::mark);
        mark();
        root.setId("shell-palette");
        root.getStyleClass().add("sheet");
        root.getChildren().setAll(field, list);
    }

    public Region node() {
        return root;
    }

    /// {@return the field, where the keyboard begins}
    public TextField field() {
        return field;
    }

    private void mark() {
        int place = model.markedProperty().get();
        if (place < model.found().size()) {
            list.getSelectionModel().select(place);
            list.scrollTo(Math.max(0, place - BEFORE));
            field.setAccessibleHelp(model.found().get(place).words());
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.mark(model.markedProperty().get() + PAGE);
            case PAGE_UP -> model.mark(model.markedProperty().get() - PAGE);
            case ENTER -> model.run(close);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A command: where, what, whether it is what holds now, and its keys.
    private final class Cell extends ListCell<Command> {

        private final Label place = new Label();
        private final Label title = new Label();
        private final FontIcon chosen = new FontIcon(Feather.CHECK);
        private final Label keys = new Label();
        private final HBox line;

        private Cell() {
            place.getStyleClass().addAll("muted", "place");
            place.setMinWidth(Region.USE_PREF_SIZE);
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(place, title, chosen, space, keys);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0); // as wide as the list, not as its longest words
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    model.mark(getIndex());
                    model.run(close);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty || command == null ? null : line);
            if (command != null) {
                place.setText(command.place());
                place.setVisible(!command.place().isEmpty());
                place.setManaged(place.isVisible());
                title.setText(command.title());
                chosen.setVisible(command.chosen());
                keys.setText(command.keys());
                keys.setVisible(!command.keys().isEmpty());
            }
        }
    }
}
