package clipscope.ui.grid.pair;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu that reads captions.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PairsView {

    private final MenuButton menu = new MenuButton("Pairs", new FontIcon(Feather.LINK));

    public PairsView(PairsViewModel model) {
        MenuItem table = new MenuItem("Captions from a table (CSV: file, caption)…");
        table.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Open captions");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Tables", "*.csv", "*.tsv", "*.txt"));
            Optional.ofNullable(chooser.showOpenDialog(menu.getScene().getWindow()))
                    .ifPresent(file -> model.readTable(file.toPath()));
        });
        MenuItem beside = new MenuItem("Captions beside the images (.txt)");
        beside.setOnAction(_ -> model.readBeside());
        MenuItem leave = new MenuItem("Forget the pairs");
        leave.setOnAction(_ -> model.leave());
        model.pairsProperty().subscribe(pairs -> leave.setDisable(pairs.isEmpty()));
        menu.getItems().setAll(table, beside, leave);
        menu.setId("grid-pairs");
        menu.setMinWidth(Region.USE_PREF_SIZE);
    }

    public MenuButton node() {
        return menu;
    }
}
