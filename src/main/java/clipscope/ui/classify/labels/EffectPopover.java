package clipscope.ui.classify.labels;

import atlantafx.base.controls.Popover;
import clipscope.language.Texts;
import clipscope.session.compare.LabelEffect;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What having a label changes for the others: for each, the images that it is first for, and those that it
/// would gain.
///
/// **Thread:** Confined to the JavaFX thread.
final class EffectPopover {

    private static final Texts TEXTS = Texts.beside(EffectPopover.class);
    private static final double WIDTH = 420; // pixels
    private static final double BARS = 200; // pixels, for all images
    private static final double ROOM = 12; // pixels, so that its shadow covers no label
    private static final double MOST_HEIGHT = 320; // pixels, of the list

    private final LabelEffect effect;
    private final Popover popover = new Popover();

    EffectPopover(LabelEffect effect) {
        this.effect = effect;
    }

    /// @param row beside which it points
    void showBeside(LabelTable table, int row) {
        popover.setContentNode(content());
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.RIGHT_TOP);
        Point2D at = table.localToScreen(0, (row + 0.5) * LabelTable.ROW);
        popover.show(table, at.getX() - ROOM, at.getY());
    }

    /// {@return what is in it}
    VBox content() {
        Label title = wrapped(TEXTS.get("effect.title", effect.label(), effect.first(), effect.images()));
        title.getStyleClass().add("strong");
        Label meaning = wrapped(TEXTS.get("effect.meaning"));
        meaning.getStyleClass().add("muted");
        VBox content = new VBox(10, title);
        content.setId("classify-effect");
        content.getStyleClass().add("popover-content");
        content.setPrefWidth(WIDTH);
        if (!effect.others().isEmpty()) {
            content.getChildren().add(list());
        }
        content.getChildren().add(meaning);
        return content;
    }

    private Node list() {
        GridPane rows = new GridPane(12, 6);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().setAll(names, new ColumnConstraints(BARS), new ColumnConstraints());
        int at = 0;
        for (LabelEffect.Other other : effect.others()) {
            Label name = new Label(other.label());
            name.setAccessibleText(TEXTS.get("effect.other", other.label(), other.with(), other.without()));
            Label numbers = new Label(TEXTS.get("effect.change", other.with(), other.without()));
            numbers.setMinWidth(Region.USE_PREF_SIZE);
            numbers.getStyleClass().add("number");
            rows.addRow(at++, name, bar(other), numbers);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        return scroll;
    }

    /// What it is first for, and what it would gain behind it.
    private Node bar(LabelEffect.Other other) {
        Region with = part("effect-with", other.with());
        Region gained = part("effect-gained", other.without() - other.with());
        HBox bar = new HBox(with, gained);
        bar.getStyleClass().add("effect-bar");
        return bar;
    }

    private Region part(String style, int images) {
        Region part = new Region();
        part.getStyleClass().add(style);
        double width = images == 0 ? 0 : Math.max(1, BARS * images / effect.images()); // more than nothing shows
        part.setMinWidth(width);
        part.setMaxWidth(width);
        return part;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
