package clipscope.ui.settings;

import clipscope.language.Texts;
import clipscope.ui.control.Notes;
import clipscope.ui.control.Page;
import clipscope.ui.control.PageView;
import clipscope.ui.fx.Appearance;
import clipscope.ui.settings.SettingsRows.Section;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The page of settings.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SettingsView implements PageView {

    private static final Texts TEXTS = Texts.beside(SettingsView.class);

    /// The id of the page.
    public static final String ID = "settings";

    private final SettingsViewModel model;
    private final StackPane root = new StackPane();

    /// {@return the page, not built yet}
    public static Page page(SettingsViewModel model) {
        return new Page(ID, TEXTS.get("title"), Feather.SETTINGS, Page.Kind.AT_END, () -> new SettingsView(model));
    }

    public SettingsView(SettingsViewModel model) {
        this.model = model;
        root.setId(ID);
        root.getStyleClass().add("page");
        Appearance.dress(root, SettingsView.class, "settings.css");
        VBox column = new VBox();
        column.getStyleClass().add("column");
        model.sections().forEach(section -> column.getChildren().add(section(section)));
        column.getChildren().add(foot());
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("middle");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setId("settings-scroll");
        scroll.setFitToWidth(true);
        root.getChildren().setAll(scroll);
        root.sceneProperty().subscribe(scene -> model.seen(scene != null));
    }

    @Override
    public Region node() {
        return root;
    }

    private Region section(Section section) {
        Label title = new Label(section.title());
        title.getStyleClass().addAll("strong", "section-title");
        VBox panel = new VBox(title);
        panel.getStyleClass().addAll("panel", "section");
        section.rows().forEach(row -> panel.getChildren().add(new SettingRowNode<>(row, model::chooseFolder).node()));
        if (section.aboutModel()) {
            panel.getChildren().add(reopening());
        }
        return panel;
    }

    private Region reopening() {
        Button reopen = new Button(TEXTS.get("reopen"));
        reopen.setId("settings-reopen");
        reopen.setMinWidth(Region.USE_PREF_SIZE);
        reopen.setAccessibleText(TEXTS.get("reopen.accessible"));
        reopen.setOnAction(_ -> model.reopenModel());
        Label words = Notes.muted(TEXTS.get("reopen.words"));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words, reopen);
        line.getStyleClass().add("reopening");
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.reopenableProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Region foot() {
        Button reset = new Button(TEXTS.get("reset"));
        reset.setId("settings-reset");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.disableProperty().bind(model.changedProperty().not());
        reset.setOnAction(_ -> model.resetAll());
        Label file = Notes.muted(TEXTS.get("file", model.file()));
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        HBox foot = new HBox(file, reset);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
