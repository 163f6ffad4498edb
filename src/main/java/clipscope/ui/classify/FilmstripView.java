package clipscope.ui.classify;

import atlantafx.base.theme.Styles;
import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.ui.control.PictureCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All images of the session in a row; only those in sight have nodes.
///
/// **Thread:** Confined to the JavaFX thread.
final class FilmstripView {

    private static final Texts TEXTS = Texts.beside(FilmstripView.class);

    private final FilmstripViewModel model;
    private final Consumer<? super ImageId> onCompare;
    private final ObservableList<ImageId> items = FXCollections.observableArrayList();
    private final ListView<ImageId> list = new ListView<>(items);
    private final Map<ImageId, FilmstripCell> cells = new HashMap<>();
    private final HBox root = new HBox();
    private boolean following;

    /// @param onCompare told which image to compare the others with
    FilmstripView(FilmstripViewModel model, Consumer<? super ImageId> onCompare) {
        this.model = model;
        this.onCompare = onCompare;
        PictureCache pictures = new PictureCache(id -> model.item(id).thumbnail());
        list.setId("classify-filmstrip");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setAccessibleText(TEXTS.get("strip"));
        list.setPlaceholder(new Label(TEXTS.get("strip.empty")));
        list.setCellFactory(_ -> new FilmstripCell(model, pictures, cells));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.getSelectionModel().selectedItemProperty().subscribe((_, id) -> {
            if (id != null && !following) {
                model.select(id);
            }
        });
        ContextMenu menu = new ContextMenu(); // one for all: a menu for each cell would cost more than the cell
        list.addEventFilter( // before it is to be shown: an empty menu never is
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event -> menu.getItems().setAll(items(meant(event))));
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.SECONDARY) {
                event.consume(); // would select: then there were nothing to compare the image with
            }
        });
        list.setContextMenu(menu);
        HBox.setHgrow(list, Priority.ALWAYS);
        root.getStyleClass().addAll("panel", "filmstrip");
        VBox side = new VBox(addTile(), filter());
        side.getStyleClass().add("side");
        root.getChildren().setAll(side, list);
        model.imagesProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::follow);
        model.onItem(this::update);
    }

    Region node() {
        return root;
    }

    /// {@return the image under the pointer, or for the menu key the one looked at; null for neither}
    private @Nullable ImageId meant(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            return list.getSelectionModel().getSelectedItem();
        }
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof FilmstripCell)) {
            node = node.getParent();
        }
        return node instanceof FilmstripCell cell ? cell.getItem() : null;
    }

    private List<MenuItem> items(@Nullable ImageId id) {
        if (id == null) {
            return List.of();
        }
        MenuItem compare = new MenuItem(TEXTS.get("strip.compare"));
        compare.setOnAction(_ -> onCompare.accept(id));
        MenuItem remove = new MenuItem(TEXTS.get("strip.remove"));
        remove.setOnAction(_ -> model.remove(id));
        MenuItem others = new MenuItem(TEXTS.get("strip.others"));
        others.setOnAction(_ -> model.removeOthers(id));
        List<MenuItem> items = new ArrayList<>(List.of(compare, remove, others));
        model.path(id).ifPresent(path -> {
            MenuItem copy = new MenuItem(TEXTS.get("strip.path"));
            copy.setOnAction(_ -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(path);
                Clipboard.getSystemClipboard().setContent(content);
            });
            items.add(copy);
        });
        return items;
    }

    private Button addTile() {
        Button add = new Button(null, new FontIcon(Feather.PLUS));
        add.setId("classify-add-images");
        add.getStyleClass().add("add-tile");
        add.setAccessibleText(TEXTS.get("strip.add"));
        add.setOnAction(_ -> model.chooseImages());
        return add;
    }

    private MenuButton filter() {
        MenuButton menu = new MenuButton();
        menu.setId("classify-filter");
        menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        menu.setOnShowing(_ -> {
            menu.getItems().setAll(choice(TEXTS.get("filter.all"), ""));
            model.counts()
                    .forEach((label, count) ->
                            menu.getItems().add(choice(TEXTS.get("filter.label", label, count), label)));
        });
        menu.getItems().setAll(choice(TEXTS.get("filter.all"), ""));
        model.filterProperty().subscribe(label -> {
            menu.setText(label.isEmpty() ? TEXTS.get("filter.none") : label);
            menu.setAccessibleText(
                    label.isEmpty()
                            ? TEXTS.get("filter.none.accessible")
                            : TEXTS.get("filter.label.accessible", label));
        });
        return menu;
    }

    private MenuItem choice(String text, String label) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.filter(label));
        return item;
    }

    private void show(List<ImageId> images) {
        if (images.equals(items)) {
            return;
        }
        following = true;
        items.setAll(images);
        following = false;
        follow(model.selectedProperty().get());
    }

    /// Selects without telling the model what it knows, and brings the image into sight.
    private void follow(Optional<ImageId> selected) {
        following = true;
        int place = selected.map(items::indexOf).orElse(-1);
        list.getSelectionModel().clearAndSelect(place);
        if (place >= 0 && !cells.containsKey(items.get(place))) {
            list.scrollTo(Math.max(0, place - 2));
        }
        list.getFocusModel().focus(place);
        following = false;
    }

    private void update(ImageId id) {
        FilmstripCell cell = cells.get(id);
        if (cell != null) {
            cell.refresh();
        }
    }

    private void keyPressed(KeyEvent event) {
        ImageId id = list.getSelectionModel().getSelectedItem();
        if (id == null) {
            return;
        }
        KeyCode code = event.getCode();
        if (event.isAltDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            model.move(id, code == KeyCode.LEFT ? -1 : 1);
            event.consume();
        } else if (code == KeyCode.C && !event.isShortcutDown()) {
            onCompare.accept(id);
            event.consume();
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            model.remove(id);
            event.consume();
        }
    }
}
