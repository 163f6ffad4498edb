package clipscope.ui.shell.model;

import clipscope.language.Texts;
import clipscope.ui.shell.model.ModelBadgeViewModel.Badge;
import clipscope.ui.shell.model.ModelBadgeViewModel.InUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The model in use, as a button that opens another.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ModelBadge {

    private static final Texts TEXTS = Texts.beside(ModelBadge.class);

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    private final ModelBadgeViewModel model;
    private final Runnable openFolder;
    private final Runnable openFile;
    private final MenuButton root = new MenuButton();
    private final Region dot = new Region();
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final Label name = new Label();
    private final Label detail = new Label();

    /// @param openFolder lets the person choose the folder of a model
    /// @param openFile lets the person choose a file of a model
    public ModelBadge(ModelBadgeViewModel model, Runnable openFolder, Runnable openFile) {
        this.model = model;
        this.openFolder = openFolder;
        this.openFile = openFile;
        root.setId("shell-model");
        dot.getStyleClass().add("dot");
        spinner.setId("shell-model-spinner");
        name.setId("shell-model-name");
        name.setMinWidth(Region.USE_PREF_SIZE); // when the window is narrow, the details go first
        detail.setId("shell-model-detail");
        model.badgeProperty().subscribe(this::show);
        root.setOnShowing(_ -> root.getItems().setAll(items()));
        root.getItems().setAll(items());
    }

    public Node node() {
        return root;
    }

    private void show(Badge badge) {
        switch (badge) {
            case Badge.Nothing() -> show(dot, TEXTS.get("none"), "");
            case Badge.Loading(String loading) -> show(spinner, loading, TEXTS.get("opening"));
            case Badge.Ready(InUse inUse) -> show(dot, inUse.name(), inUse.detail());
            case Badge.Failed failed ->
                show(
                        dot,
                        failed.stillInUse().map(InUse::name).orElse(TEXTS.get("none")),
                        TEXTS.get("failed", failed.name()));
        }
        dot.pseudoClassStateChanged(READY, badge instanceof Badge.Ready);
        dot.pseudoClassStateChanged(FAILED, badge instanceof Badge.Failed);
    }

    private void show(Node sign, String title, String rest) {
        name.setText(title);
        detail.setText(rest);
        HBox row = new HBox(sign, name, detail);
        row.getStyleClass().add("model-row");
        root.setGraphic(row);
        root.setAccessibleText(TEXTS.get("accessible", title, rest));
    }

    private List<MenuItem> items() {
        MenuItem folder = new MenuItem(TEXTS.get("open.folder"), new FontIcon(Feather.FOLDER));
        folder.setOnAction(_ -> openFolder.run());
        MenuItem file = new MenuItem(TEXTS.get("open.file"), new FontIcon(Feather.FILE));
        file.setOnAction(_ -> openFile.run());
        MenuItem bundled = new MenuItem(TEXTS.get("bundled"), new FontIcon(Feather.PACKAGE));
        bundled.setOnAction(_ -> model.openBundled());
        List<MenuItem> items = new ArrayList<>(List.of(folder, file, bundled));
        List<Path> recent = model.recent();
        if (!recent.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (Path location : recent) {
            MenuItem item = new MenuItem(location.toString(), new FontIcon(Feather.CLOCK));
            item.setMnemonicParsing(false); // an underscore of a folder's name is one
            item.setOnAction(_ -> model.open(location));
            items.add(item);
        }
        return items;
    }
}
