package clipscope.ui.duel;

import clipscope.language.Texts;
import clipscope.ui.duel.table.DuelTable;
import clipscope.ui.duel.table.DuelWords;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// How alike the two models rank the pictures, for each label a bar from −1 to 1.
///
/// **Thread:** Confined to the JavaFX thread.
final class CorrelationList {

    private static final Texts TEXTS = Texts.beside(CorrelationList.class);

    private static final double TRACK = 80; // pixels
    private static final double LINE = 26; // pixels

    private final ListView<Entry> list = new ListView<>();

    private record Entry(String label, OptionalDouble correlation) {}

    CorrelationList() {
        list.setId("duel-correlations");
        list.setAccessibleText(TEXTS.get("correlations.accessible"));
        list.setPlaceholder(new Label(""));
        list.setMinHeight(80);
        list.setFixedCellSize(LINE);
        list.setCellFactory(_ -> new EntryCell());
    }

    ListView<?> node() {
        return list;
    }

    void show(DuelTable table) {
        list.getItems()
                .setAll(IntStream.range(0, table.labels().size())
                        .mapToObj(i -> new Entry(
                                table.labels().get(i),
                                table.scores().correlations().get(i)))
                        .toList());
    }

    private static final class EntryCell extends ListCell<Entry> {

        private final Label label = new Label();
        private final Label number = new Label();
        private final Region bar = new Region();
        private final HBox box;

        EntryCell() {
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(40);
            HBox.setHgrow(label, Priority.ALWAYS);
            number.getStyleClass().add("correlation-number");
            number.setMinWidth(Region.USE_PREF_SIZE); // a long label gives way
            bar.getStyleClass().add("bar");
            Region zero = new Region();
            zero.getStyleClass().add("zero");
            Pane track = new Pane(bar, zero);
            track.getStyleClass().add("bar-track");
            track.setMinWidth(TRACK);
            track.setMaxWidth(TRACK);
            zero.setLayoutX(TRACK / 2);
            track.heightProperty().subscribe(height -> {
                bar.resize(bar.getWidth(), height.doubleValue());
                zero.setPrefHeight(height.doubleValue());
            });
            this.box = new HBox(label, track, number);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setFillHeight(false);
            box.getStyleClass().add("correlation");
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(@Nullable Entry item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            setAccessibleText(null);
            if (!empty && item != null) {
                double correlation = item.correlation().orElse(0);
                double length = Math.abs(correlation) * TRACK / 2;
                label.setText(item.label());
                number.setText(DuelWords.correlation(item.correlation()));
                bar.setMinWidth(length);
                bar.setPrefWidth(length);
                bar.setLayoutX(correlation < 0 ? TRACK / 2 - length : TRACK / 2);
                bar.getStyleClass().remove("negative");
                if (correlation < 0) {
                    bar.getStyleClass().add("negative");
                }
                setAccessibleText(TEXTS.get("correlations.entry", item.label(), number.getText()));
            }
        }
    }
}
