package clipscope.ui.shell;

import atlantafx.base.theme.Styles;
import clipscope.image.ImageFormats;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.session.Experiment;
import clipscope.ui.control.KeyNames;
import clipscope.ui.shell.session.SessionViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is seen while there are no pictures: where to drop some, and what the model knows.
///
/// **Thread:** Confined to the JavaFX thread.
final class WelcomeView {

    private static final Texts TEXTS = Texts.beside(WelcomeView.class);

    private static final double SAMPLE = 36; // pixels
    private static final int DENSE = 2; // pixels for each of the window's on a fine screen
    private static final int SHOWN = 6; // pictures of an experiment

    private final ScrollPane root = new ScrollPane(); // the smallest window is lower than what it says
    private final ShellViewModel model;
    private final ShellActions actions;

    WelcomeView(ShellViewModel model, ShellActions actions) {
        this.model = model;
        this.actions = actions;
        VBox column = new VBox(dropZone(), leftNote(), experiments(), bundledNote());
        column.getStyleClass().add("welcome-column");
        root.setId("shell-welcome");
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("middle");
        root.setContent(middle);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
    }

    Region node() {
        return root;
    }

    private Region dropZone() {
        FontIcon icon = new FontIcon(Feather.IMAGE);
        icon.getStyleClass().add("welcome-icon");
        Label title = new Label(TEXTS.get("welcome.title"));
        title.getStyleClass().add("welcome-title");
        String formats = String.join(", ", ImageFormats.names());
        Label hint = new Label(TEXTS.get("welcome.hint", KeyNames.of(Shortcuts.PASTE), formats));
        hint.getStyleClass().add("muted");
        Label privacy = new Label(TEXTS.get("welcome.privacy"));
        privacy.getStyleClass().add("muted");
        VBox zone = new VBox(icon, title, hint, buttons(), privacy);
        zone.setId("shell-drop-zone");
        return zone;
    }

    private HBox buttons() {
        Button pictures = new Button(TEXTS.get("welcome.pictures"));
        pictures.setId("shell-welcome-pictures");
        pictures.getStyleClass().add(Styles.ACCENT);
        pictures.setOnAction(_ -> actions.openPictures());
        Button folder = new Button(TEXTS.get("welcome.folder"));
        folder.setId("shell-welcome-folder");
        folder.setOnAction(_ -> actions.openFolder());
        HBox buttons = new HBox(pictures, folder);
        buttons.getStyleClass().add("welcome-buttons");
        return buttons;
    }

    /// What there is to try, two beside each other.
    private Region experiments() {
        GridPane grid = new GridPane();
        grid.setId("shell-welcome-experiments");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        List<Experiment> experiments = model.guide().experiments();
        for (int i = 0; i < experiments.size(); i++) {
            grid.add(experiment(experiments.get(i)), i % 2, Math.floorDiv(i, 2));
        }
        return grid;
    }

    private Button experiment(Experiment experiment) {
        Label title = new Label(experiment.title());
        title.getStyleClass().addAll("strong", "link");
        Label about = new Label(experiment.about());
        about.getStyleClass().add("muted");
        HBox pictures = new HBox();
        pictures.getStyleClass().add("pictures");
        for (ImageSource source : experiment.example().images()) {
            if (source instanceof ImageSource.OfFile(Path path)
                    && pictures.getChildren().size() < SHOWN) {
                String address = path.toUri().toString();
                pictures.getChildren().add(sample(address));
            }
        }
        Button button = new Button(null, new VBox(title, about, pictures));
        button.getStyleClass().addAll(Styles.FLAT, "experiment");
        button.setAccessibleText("%s. %s".formatted(experiment.title(), experiment.about()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.guide().begin(experiment));
        return button;
    }

    private static ImageView sample(String address) {
        ImageView sample = new ImageView(new Image(address, DENSE * SAMPLE, DENSE * SAMPLE, true, true, true));
        sample.setFitWidth(SAMPLE);
        sample.setFitHeight(SAMPLE);
        sample.setPreserveRatio(true);
        return sample;
    }

    /// What an earlier window left behind.
    private Region leftNote() {
        Label words = new Label();
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button go = new Button(TEXTS.get("welcome.continue"));
        go.setId("shell-welcome-continue");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> model.session().continueLeft());
        HBox note = new HBox(words, go);
        note.setId("shell-left-note");
        note.getStyleClass().addAll("panel", "welcome-left");
        model.session().leftProperty().subscribe(left -> {
            left.ifPresent(some -> words.setText(words(some)));
            note.setVisible(left.isPresent());
            note.setManaged(left.isPresent());
        });
        return note;
    }

    private static String words(SessionViewModel.Left left) {
        if (left.labels() == 0) {
            return TEXTS.get("welcome.left.images", left.images());
        }
        return left.images() == 0
                ? TEXTS.get("welcome.left.labels", left.labels())
                : TEXTS.get("welcome.left", left.images(), left.labels());
    }

    private Region bundledNote() {
        Label title = new Label(TEXTS.get("bundled.title"));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        Label advice = new Label(TEXTS.get("bundled.advice"));
        advice.getStyleClass().add("muted");
        advice.setWrapText(true);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, advice);
        words.getStyleClass().add("welcome-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Hyperlink open = new Hyperlink(TEXTS.get("bundled.folder"));
        open.setId("shell-welcome-model");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> actions.openModel());
        Hyperlink openFile = new Hyperlink(TEXTS.get("bundled.file"));
        openFile.setId("shell-welcome-model-file");
        openFile.setMinWidth(Region.USE_PREF_SIZE);
        openFile.setOnAction(_ -> actions.openModelFile());
        HBox note = new HBox(words, open, openFile);
        note.setId("shell-bundled-note");
        note.getStyleClass().add("panel");
        model.model()
                .badgeProperty()
                .subscribe(_ -> note.setVisible(model.model().bundledInUse()));
        return note;
    }
}
