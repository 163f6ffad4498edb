package clipscope.ui.duel;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.score.duel.DuelScores;
import clipscope.score.duel.TopLabel;
import clipscope.ui.control.PictureCache;
import clipscope.ui.control.PictureFrame;
import clipscope.ui.duel.table.DuelTable;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The pictures on which the two models differ, with what each says. Only those that are seen have nodes.
///
/// **Thread:** Confined to the JavaFX thread.
final class DisagreementList {

    private static final Texts TEXTS = Texts.beside(DisagreementList.class);

    private static final double WIDTH = 56;
    private static final double HEIGHT = 44;

    private final ListView<Entry> list = new ListView<>();

    /// A picture and what the two say of it.
    private record Entry(DuelTable table, DuelScores.OfImage scores) {

        ImageId image() {
            return table.images().get(scores.image());
        }

        String name() {
            return table.sources().get(scores.image()).shortName();
        }

        String label(TopLabel top) {
            return table.labels().get(top.label());
        }

        /// {@return whether a label is the one that the picture's folder is called by}
        boolean right(TopLabel top) {
            return table.truths().get(scores.image()).equals(OptionalInt.of(top.label()));
        }

        String distance() {
            return String.format(Locale.ROOT, "%.2f", scores.distance());
        }
    }

    DisagreementList(PictureCache pictures, Consumer<? super ImageId> open) {
        list.setId("duel-disagreements");
        list.setAccessibleText(TEXTS.get("list.accessible"));
        list.setPlaceholder(new Label(TEXTS.get("list.none")));
        list.setMinHeight(80);
        list.setCellFactory(_ -> new EntryCell(pictures));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected(open);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getTarget() instanceof Node node && inCell(node)) {
                openSelected(open);
            }
        });
    }

    /// A click below the last entry, or on the scroll bar, opens nothing.
    private static boolean inCell(Node clicked) {
        for (Node node = clicked; node != null; node = node.getParent()) {
            if (node instanceof ListCell<?> cell) {
                return !cell.isEmpty();
            }
        }
        return false;
    }

    private void openSelected(Consumer<? super ImageId> open) {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen.image());
        }
    }

    ListView<?> node() {
        return list;
    }

    void show(DuelTable table) {
        list.getItems()
                .setAll(table.scores().disagreements().stream()
                        .map(scores -> new Entry(table, scores))
                        .toList());
    }

    void refresh() {
        list.refresh();
    }

    private static final class EntryCell extends ListCell<Entry> {

        private final PictureCache pictures;
        private final PictureFrame picture = new PictureFrame(WIDTH, HEIGHT);
        private final Label file = new Label();
        private final Label distance = new Label();
        private final Verdict a = new Verdict("A");
        private final Verdict b = new Verdict("B");
        private final HBox box;

        EntryCell(PictureCache pictures) {
            this.pictures = pictures;
            file.getStyleClass().add("muted");
            file.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(file, Priority.ALWAYS);
            distance.getStyleClass().add("muted");
            distance.setMinWidth(Region.USE_PREF_SIZE);
            VBox words = new VBox(new HBox(file, distance), a.line, b.line);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            this.box = new HBox(picture.node(), words);
            box.getStyleClass().add("entry");
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(@Nullable Entry item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            setTooltip(null);
            setAccessibleText(null);
            if (!empty && item != null) {
                picture.show(pictures.get(item.image()));
                file.setText(item.name());
                distance.setText(item.distance());
                a.show(item, item.scores().left());
                b.show(item, item.scores().right());
                String all = TEXTS.get("list.entry", file.getText(), a.words(), b.words(), item.distance());
                setAccessibleText(all);
                setTooltip(new Tooltip(all));
            }
        }
    }

    /// What one of the two says.
    private static final class Verdict {

        private final Label label = new Label();
        private final Label probability = new Label();
        private final HBox line;

        Verdict(String letter) {
            Label side = new Label(letter);
            side.getStyleClass().addAll("strong", "side-" + letter);
            side.setMinWidth(Region.USE_PREF_SIZE);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            probability.setMinWidth(Region.USE_PREF_SIZE);
            this.line = new HBox(side, label, probability);
            line.getStyleClass().add("verdict");
        }

        void show(Entry entry, TopLabel top) {
            label.setText(entry.label(top));
            probability.setText(NumberText.percent(top.probability()));
            label.getStyleClass().remove("right");
            if (entry.right(top)) {
                label.getStyleClass().add("right");
            }
        }

        String words() {
            return label.getText() + " " + probability.getText();
        }
    }
}
