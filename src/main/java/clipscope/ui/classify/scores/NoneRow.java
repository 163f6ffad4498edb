package clipscope.ui.classify.scores;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.ui.control.Glide;
import clipscope.ui.fx.Appearance;
import java.util.List;
import java.util.OptionalDouble;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The last bar of all: how likely the image is none of the labels.
///
/// **Thread:** Confined to the JavaFX thread.
public final class NoneRow {

    private static final Texts TEXTS = Texts.beside(NoneRow.class);

    private static final int NAMED = 5; // synonyms in the tooltip

    private final ScoresViewModel model;
    private final HBox root = new HBox();
    private final Label name = new Label(TEXTS.get("none"));
    private final Region fill = new Region();
    private final StackPane track = new StackPane(fill);
    private final Label share = new Label();
    private final MenuButton against = new MenuButton();
    private final Hyperlink offer = new Hyperlink(TEXTS.get("none.offer"));
    private final Tooltip about = new Tooltip();
    private final Glide bar = new Glide(0, Appearance::reducedMotion);
    private final AnimationTimer timer = new AnimationTimer() {

        @Override
        public void handle(long now) {
            animate(now);
            if (!bar.moving(now)) {
                stop();
            }
        }
    };

    public NoneRow(ScoresViewModel model) {
        this.model = model;
        root.setId("classify-none");
        root.getStyleClass().add("none-row");
        root.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("label-text");
        fill.getStyleClass().add("bar-fill");
        fill.setManaged(false);
        track.getStyleClass().add("bar");
        track.widthProperty().subscribe(() -> animate(System.nanoTime()));
        HBox.setHgrow(track, Priority.ALWAYS);
        share.setId("classify-none-share");
        share.getStyleClass().addAll("number", "probability");
        offer.setId("classify-none-offer");
        offer.setOnAction(_ -> model.useOthers(true));
        about.setWrapText(true);
        about.setMaxWidth(340);
        against.setTooltip(about);
        against.setId("classify-none-menu");
        against.getStyleClass().addAll(Styles.FLAT, "against");
        against.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem edit = new MenuItem(TEXTS.get("none.edit"));
        edit.setOnAction(_ -> edit());
        MenuItem stop = new MenuItem(TEXTS.get("none.stop"));
        stop.setOnAction(_ -> model.useOthers(false));
        against.getItems().setAll(edit, new SeparatorMenuItem(), stop);
        model.noneProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private void show(NoneState state) {
        switch (state) {
            case NoneState.Hidden() -> root.getChildren().clear();
            case NoneState.Offered() -> root.getChildren().setAll(offer);
            case NoneState.Reading() -> {
                against.setText(TEXTS.get("none.reading"));
                about.setText(TEXTS.get("none.encoding"));
                share(OptionalDouble.empty());
                root.getChildren().setAll(name, track, share, against);
            }
            case NoneState.Compared(OptionalDouble probability, int words, List<String> synonyms) -> {
                against.setText(TEXTS.get("none.against", words));
                about.setText(words(words, synonyms));
                share(probability);
                if (probability.isPresent()) {
                    root.getChildren().setAll(name, track, share, against);
                } else {
                    root.getChildren().setAll(new Label(TEXTS.get("none.alone")), against);
                }
            }
        }
        root.setVisible(!root.getChildren().isEmpty());
        root.setManaged(root.isVisible());
    }

    private void share(OptionalDouble probability) {
        share.setText(probability.isPresent() ? NumberText.percent(probability.getAsDouble()) : "–");
        root.setAccessibleText(TEXTS.get("none.accessible", share.getText()));
        bar.go(probability.orElse(0), System.nanoTime());
        timer.start();
    }

    private void animate(long now) {
        fill.resizeRelocate(0, 0, bar.at(now) * track.getWidth(), track.getHeight());
    }

    private static String words(int words, List<String> synonyms) {
        if (synonyms.isEmpty()) {
            return TEXTS.get("none.about", words);
        }
        String some = String.join(", ", synonyms.subList(0, Math.min(NAMED, synonyms.size())));
        return TEXTS.get(synonyms.size() > NAMED ? "none.about.many" : "none.about.some", words, some);
    }

    private void edit() {
        TextArea area = new TextArea(model.words());
        area.setId("classify-none-words");
        area.setPrefSize(260, 300);
        area.setAccessibleText(TEXTS.get("none.field"));
        Label hint = new Label(TEXTS.get("none.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMaxWidth(260);
        Button use = new Button(TEXTS.get("none.use"));
        use.getStyleClass().add(Styles.ACCENT);
        Popover popover = new Popover();
        use.setOnAction(_ -> {
            model.setWords(area.getText());
            popover.hide();
        });
        VBox content = new VBox(8, hint, area, use);
        content.getStyleClass().add("popover-content");
        popover.setContentNode(content);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.show(against);
        area.requestFocus();
    }
}
