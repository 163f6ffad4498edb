package clipscope.ui.shell;

import clipscope.language.Texts;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.control.KeyNames;
import clipscope.ui.fx.Appearance;
import clipscope.ui.shell.model.ModelBadge;
import clipscope.ui.shell.session.SessionMenu;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar above everything: the model, undo, adding pictures, light or dark.
///
/// **Thread:** Confined to the JavaFX thread.
final class TopBar {

    private static final Texts TEXTS = Texts.beside(TopBar.class);

    private final HBox root = new HBox();
    private final ShellViewModel model;
    private final ShellActions actions;

    /// @param openPalette shows all commands
    TopBar(ShellViewModel model, ShellActions actions, Appearance appearance, Runnable openPalette) {
        this.model = model;
        this.actions = actions;
        Label brand = new Label("ClipScope");
        brand.setId("shell-brand");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root.setId("shell-top");
        root.getChildren()
                .addAll(
                        brand,
                        new ModelBadge(model.model(), actions::openModel, actions::openModelFile).node(),
                        space,
                        commands(openPalette),
                        new SessionMenu(model.session(), actions.session()).node(),
                        button(
                                "shell-undo",
                                Feather.CORNER_UP_LEFT,
                                TEXTS.get("undo"),
                                model.undoableProperty(),
                                model::undo),
                        button(
                                "shell-redo",
                                Feather.CORNER_UP_RIGHT,
                                TEXTS.get("redo"),
                                model.redoableProperty(),
                                model::redo),
                        addImages(),
                        themes(appearance));
    }

    Region node() {
        return root;
    }

    private static Button button(String id, Ikon icon, String text, ReadOnlyBooleanProperty possible, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.disableProperty().bind(possible.not());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button commands(Runnable open) {
        String text = TEXTS.get("commands.tip", KeyNames.of(Shortcuts.PALETTE));
        return button("shell-commands", Feather.SEARCH, text, new ReadOnlyBooleanWrapper(true), open);
    }

    private SplitMenuButton addImages() {
        SplitMenuButton add = new SplitMenuButton(
                item(TEXTS.get("add.pictures"), Feather.IMAGE, actions::openPictures),
                item(TEXTS.get("add.folder"), Feather.FOLDER, actions::openFolder),
                item(TEXTS.get("add.paste"), Feather.CLIPBOARD, actions::paste));
        add.setId("shell-add");
        add.setText(TEXTS.get("add"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setOnAction(_ -> actions.openPictures());
        return add;
    }

    private static MenuItem item(String text, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuButton themes(Appearance appearance) {
        MenuButton themes = new MenuButton();
        themes.setId("shell-theme");
        themes.getStyleClass().addAll("flat", "no-arrow");
        themes.setAccessibleText(TEXTS.get("theme"));
        themes.setTooltip(new Tooltip(TEXTS.get("theme")));
        appearance
                .scheme()
                .subscribe(scheme ->
                        themes.setGraphic(new FontIcon(scheme == ColorScheme.DARK ? Feather.MOON : Feather.SUN)));
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(theme.title());
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.themeProperty().set(theme));
            model.themeProperty().subscribe(chosen -> item.setSelected(chosen == theme));
            themes.getItems().add(item);
        }
        return themes;
    }
}
