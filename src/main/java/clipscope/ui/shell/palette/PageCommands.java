package clipscope.ui.shell.palette;

import clipscope.language.Texts;
import clipscope.ui.control.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/// What a page lets a person do now, read off its own controls: whatever has a button, a menu or a field
/// there can be had by its name, and nothing has to be told twice.
///
/// A control is called what a screen reader calls it. Rows of lists are not looked into.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PageCommands {

    private static final Texts TEXTS = Texts.beside(PageCommands.class);

    private final Page page;
    private final Runnable show;
    private final List<Command> commands = new ArrayList<>();

    private PageCommands(Page page, Runnable show) {
        this.page = page;
        this.show = show;
    }

    /// {@return what can be done on a page, in the order of its controls; what is not seen or cannot be used
    /// now is left out}
    ///
    /// @param show brings the page to the front, before the command is run
    public static List<Command> of(Page page, Runnable show) {
        PageCommands commands = new PageCommands(page, show);
        commands.in(page.node());
        return List.copyOf(commands.commands);
    }

    private void in(Node node) {
        if (node.isDisable() || (!node.isVisible() && node != page.node())) {
            return;
        }
        switch (node) {
            case SplitMenuButton split -> {
                button(split, false);
                menu(name(split).orElse(""), split.getItems());
            }
            case MenuButton menu -> menu(name(menu).orElse(""), menu.getItems());
            case CheckBox box -> button(box, box.isSelected());
            case ToggleButton toggle -> button(toggle, toggle.isSelected());
            case ButtonBase button -> button(button, false);
            case TextInputControl field -> field(field);
            case ScrollPane pane -> Optional.ofNullable(pane.getContent()).ifPresent(this::in);
            case Control _ -> {} // its parts are its own affair
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::in);
            default -> {}
        }
    }

    private void button(ButtonBase button, boolean chosen) {
        name(button).ifPresent(name -> add(name, chosen, button::fire));
    }

    private void field(TextInputControl field) {
        String name = Optional.ofNullable(field.getAccessibleText()).orElse(field.getPromptText());
        if (field.isEditable() && name != null && !name.isBlank()) {
            add(TEXTS.get("field", name), false, field::requestFocus);
        }
    }

    private void menu(String name, List<MenuItem> items) {
        for (MenuItem item : items) {
            String title = Optional.ofNullable(item.getText()).orElse("");
            if (item.isDisable() || title.isBlank()) {
                continue; // a separator has no text
            }
            String whole = name.isEmpty() ? title : name.replaceAll("…$", "") + ": " + title;
            switch (item) {
                case Menu menu -> menu(whole, menu.getItems());
                case RadioMenuItem radio -> add(whole, radio.isSelected(), radio::fire);
                case CheckMenuItem check -> add(whole, check.isSelected(), check::fire);
                default -> add(whole, false, item::fire);
            }
        }
    }

    private void add(String title, boolean chosen, Runnable action) {
        commands.add(new Command(page.title(), title, "", chosen, () -> {
            show.run();
            action.run();
        }));
    }

    private static Optional<String> name(Labeled control) {
        return Optional.ofNullable(control.getAccessibleText())
                .or(() -> Optional.ofNullable(control.getText()))
                .filter(name -> !name.isBlank());
    }
}
