package clipscope.ui.classify.labels;

import clipscope.clip.text.TokenizedText;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.session.compare.LabelResult;
import clipscope.ui.control.Glide;
import clipscope.ui.fx.Appearance;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One label: its name, its bar and its numbers, or why it has none.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelRowNode extends HBox {

    private static final Texts TEXTS = Texts.beside(LabelRowNode.class);

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Glide place;
    private final Bars bars = new Bars();
    private final Label name = new Label();
    private final FontIcon pin = new FontIcon(Feather.BOOKMARK);
    private final Label near = new Label("≈");
    private final HBox signs = new HBox(pin, near); // before the name
    private final Label note = new Label();
    private final VBox text = new VBox(name, note);
    private final LabelNumbers numbers = new LabelNumbers();
    private final SpreadBar spread = new SpreadBar();
    private final Tooltip fullName = new Tooltip();
    private @Nullable LabelRow shown;
    private boolean shownNear;

    /// @param y where it stands at first
    LabelRowNode(double y, Consumer<? super LabelRowNode> onRemove) {
        this.place = new Glide(y, Appearance::reducedMotion);
        getStyleClass().add("label-row");
        name.getStyleClass().add("label-name");
        note.getStyleClass().add("label-note");
        text.getStyleClass().add("label-text");
        text.setAlignment(Pos.CENTER_LEFT);
        near.getStyleClass().add("near");
        signs.getStyleClass().add("signs");
        signs.setAlignment(Pos.CENTER_LEFT);
        List.of(pin, near).forEach(sign -> show(sign, false));
        HBox.setHgrow(bars, Priority.ALWAYS);
        name.setTooltip(fullName);
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().add("remove");
        remove.setFocusTraversable(false); // Delete does the same
        remove.setAccessibleText(TEXTS.get("remove.accessible"));
        remove.setOnAction(_ -> onRemove.accept(this));
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false); // the table places it: a pane would put it back at every layout
        getChildren().setAll(text, bars, numbers, spread, remove);
    }

    Glide place() {
        return place;
    }

    Label name() {
        return name;
    }

    VBox text() {
        return text;
    }

    /// Shows whether the label is kept at the top.
    void pin(boolean pinned) {
        show(pin, pinned);
        name.setGraphic(pinned || shownNear ? signs : null); // else it would leave a gap
    }

    private static void show(Node sign, boolean seen) {
        sign.setVisible(seen);
        sign.setManaged(seen);
    }

    /// @param isNear whether the label fits about as well as the best one
    void show(LabelRow row, boolean selected, boolean isNear, long now) {
        pseudoClassStateChanged(SELECTED, selected);
        if (row.equals(shown) && isNear == shownNear) {
            return;
        }
        shown = row;
        shownNear = isNear;
        show(near, isNear);
        name.setText(row.label());
        fullName.setText(row.label());
        String words = row.label() + ": " + LabelNumbers.words(row);
        setAccessibleText(isNear ? TEXTS.get("near.accessible", words) : words);
        pseudoClassStateChanged(STALE, row.stale());
        pseudoClassStateChanged(BELOW, row.below());
        bars.show(row, now);
        numbers.show(row);
        row.score().ifPresent(score -> row.spread().ifPresent(all -> spread.show(all, score.cosine())));
        spread.setVisible(row.scored() && row.spread().isPresent());
        boolean hasBar = LabelNumbers.has(row.result());
        bars.setVisible(hasBar);
        bars.setManaged(hasBar);
        HBox.setHgrow(numbers, hasBar ? Priority.NEVER : Priority.ALWAYS);
        numbers.setAlignment(hasBar ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        note(row);
    }

    private void note(LabelRow row) {
        String words = row.result() instanceof LabelResult.Scored scored ? note(row, scored.tokens()) : "";
        note.setText(words);
        note.setManaged(!words.isEmpty());
        note.setVisible(!words.isEmpty());
    }

    private static String note(LabelRow row, TokenizedText tokens) {
        if (tokens.truncated()) {
            return TEXTS.get("note.cut", tokens.ids().size(), tokens.dropped());
        }
        if (row.below()) {
            return TEXTS.get("note.below", NumberText.cosine(row.threshold().getAsDouble()));
        }
        if (row.usual().isPresent()) {
            LabelRow.Usual usual = row.usual().get();
            return NumberText.percent(usual.probability()) + " " + usual.setting();
        }
        return row.kind() == ProbabilityKind.ALONE ? TEXTS.get("note.alone") : "";
    }

    /// Puts bar and row where they are at this moment.
    ///
    /// @param width of the table, in pixels
    /// @return whether anything is still on its way
    boolean animate(long now, double width, double height) {
        resizeRelocate(0, Math.rint(place.at(now)), width, height);
        layout();
        boolean moving = bars.animate(now);
        return place.moving(now) || moving;
    }
}
