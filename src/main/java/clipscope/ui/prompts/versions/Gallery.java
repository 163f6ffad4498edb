package clipscope.ui.prompts.versions;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.ui.control.PictureCache;
import clipscope.ui.control.PictureFrame;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Images side by side, each with a line about it. Only those that are seen have nodes.
///
/// **Thread:** Confined to the JavaFX thread.
final class Gallery {

    private static final Texts TEXTS = Texts.beside(Gallery.class);

    private static final double WIDTH = 96;
    private static final double HEIGHT = 68;

    private final ListView<Entry> list = new ListView<>();

    /// An image and what is said of it.
    ///
    /// @param struck what no longer holds, empty if there is none
    /// @param text what holds
    /// @param style of the text, empty for none
    /// @param about all of it in words
    record Entry(ImageId image, String struck, String text, String style, String about) {

        static Entry of(VersionsResult.Changed changed) {
            String style = switch (changed.verdict()) {
                case BECOMES_RIGHT -> "becomes-right";
                case BECOMES_WRONG -> "becomes-wrong";
                case STAYS_WRONG, UNKNOWN -> "";
            };
            return new Entry(
                    changed.image(),
                    changed.before(),
                    changed.after(),
                    style,
                    TEXTS.get("changed", changed.before(), changed.after(), NumberText.percent(changed.lead())));
        }

        static Entry of(SumViewModel.Ranked ranked) {
            String cosine = NumberText.shortCosine(ranked.cosine());
            return new Entry(ranked.image(), "", cosine, "", TEXTS.get("cosine", cosine));
        }
    }

    Gallery(PictureCache pictures, Function<? super ImageId, String> name, Consumer<? super ImageId> open) {
        list.setId("prompts-gallery");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setAccessibleText(TEXTS.get("images"));
        list.setPlaceholder(new Label(""));
        list.setPrefHeight(110);
        list.setMinHeight(90);
        list.setCellFactory(_ -> new EntryCell(pictures, name));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected(open);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected(open);
            }
        });
    }

    private void openSelected(Consumer<? super ImageId> open) {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen.image());
        }
    }

    ListView<Entry> node() {
        return list;
    }

    void show(List<Entry> entries) {
        list.getItems().setAll(entries);
        list.setVisible(!entries.isEmpty()); // the room goes to the panels above
        list.setManaged(list.isVisible());
    }

    void refresh() {
        list.refresh();
    }

    private static final class EntryCell extends ListCell<Entry> {

        private final PictureCache pictures;
        private final Function<? super ImageId, String> name;
        private final PictureFrame picture = new PictureFrame(WIDTH, HEIGHT);
        private final Label before = new Label();
        private final Label arrow = new Label("→");
        private final Label now = new Label();
        private final VBox box;

        EntryCell(PictureCache pictures, Function<? super ImageId, String> name) {
            this.pictures = pictures;
            this.name = name;
            before.getStyleClass().addAll("muted", "struck");
            arrow.getStyleClass().add("muted");
            arrow.setMinWidth(Region.USE_PREF_SIZE);
            now.setMinWidth(Region.USE_PREF_SIZE); // the new label is told in full
            now.getStyleClass().add("strong");
            HBox line = new HBox(before, arrow, now);
            line.setAlignment(Pos.CENTER);
            line.getStyleClass().add("change");
            line.setMaxWidth(WIDTH + 60);
            this.box = new VBox(picture.node(), line);
            box.setAlignment(Pos.TOP_CENTER);
            box.getStyleClass().add("entry");
        }

        @Override
        protected void updateItem(@Nullable Entry item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            setTooltip(null);
            if (!empty && item != null) {
                picture.show(pictures.get(item.image()));
                before.setText(item.struck());
                before.setVisible(!item.struck().isEmpty());
                before.setManaged(before.isVisible());
                arrow.setVisible(before.isVisible());
                arrow.setManaged(before.isVisible());
                now.setText(item.text());
                now.getStyleClass().removeAll("becomes-right", "becomes-wrong");
                if (!item.style().isEmpty()) {
                    now.getStyleClass().add(item.style());
                }
                setAccessibleText(name.apply(item.image()) + ", " + item.about());
                setTooltip(new Tooltip(name.apply(item.image()) + ": " + item.about()));
            }
        }
    }
}
