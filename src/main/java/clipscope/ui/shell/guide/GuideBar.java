package clipscope.ui.shell.guide;

import atlantafx.base.theme.Styles;
import clipscope.language.Texts;
import clipscope.ui.shell.guide.GuideViewModel.Stage;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The strip above the pages that tells what to try next.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GuideBar {

    private static final Texts TEXTS = Texts.beside(GuideBar.class);

    private final HBox root = new HBox();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = new Button(TEXTS.get("back"));
    private final Button next = new Button(TEXTS.get("next"));

    public GuideBar(GuideViewModel model) {
        title.getStyleClass().add("strong");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, text);
        words.getStyleClass().add("guide-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        back.setId("shell-guide-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.back());
        next.setId("shell-guide-next");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.getStyleClass().add(Styles.ACCENT);
        next.setOnAction(_ -> {
            if (model.stageProperty().get().filter(Stage::last).isPresent()) {
                model.end();
            } else {
                model.next();
            }
        });
        Button end = new Button(null, new FontIcon(Feather.X));
        end.setId("shell-guide-end");
        end.getStyleClass().add(Styles.FLAT);
        end.setAccessibleText(TEXTS.get("end"));
        end.setOnAction(_ -> model.end());
        root.setId("shell-guide");
        root.getStyleClass().add("panel");
        root.getChildren().addAll(new FontIcon(Feather.COMPASS), words, back, next, end);
        model.stageProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private void show(Optional<Stage> stage) {
        root.setVisible(stage.isPresent());
        root.setManaged(stage.isPresent());
        stage.ifPresent(now -> {
            title.setText(TEXTS.get(
                    "title",
                    now.experiment().title(),
                    now.step() + 1,
                    now.experiment().steps().size()));
            text.setText(now.text());
            back.setDisable(now.first());
            next.setText(now.last() ? TEXTS.get("done") : TEXTS.get("next"));
        });
    }
}
