package clipscope.ui.grid.pair;

import clipscope.language.Texts;
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

    private static final Texts TEXTS = Texts.beside(PairsView.class);

    private final MenuButton menu = new MenuButton(TEXTS.get("pairs"), new FontIcon(Feather.LINK));

    public PairsView(PairsViewModel model) {
        MenuItem table = new MenuItem(TEXTS.get("from.table"));
        table.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("open"));
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(TEXTS.get("open.tables"), "*.csv", "*.tsv", "*.txt"));
            Optional.ofNullable(chooser.showOpenDialog(menu.getScene().getWindow()))
                    .ifPresent(file -> model.readTable(file.toPath()));
        });
        MenuItem beside = new MenuItem(TEXTS.get("from.beside"));
        beside.setOnAction(_ -> model.readBeside());
        MenuItem leave = new MenuItem(TEXTS.get("forget"));
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
