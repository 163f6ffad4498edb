package clipscope.ui.shell;

import clipscope.ui.control.Page;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The workspaces, one below the other, at the left edge.
///
/// **Thread:** Confined to the JavaFX thread.
final class NavigationRail {

    private final VBox root = new VBox();
    private final ShellViewModel model;

    NavigationRail(ShellViewModel model, List<Page> pages) {
        this.model = model;
        root.setId("shell-rail");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        pages.stream().filter(page -> !page.atEnd()).map(this::button).forEach(root.getChildren()::add);
        root.getChildren().add(space);
        pages.stream().filter(Page::atEnd).map(this::button).forEach(root.getChildren()::add);
    }

    Region node() {
        return root;
    }

    private ToggleButton button(Page page) {
        ToggleButton button = new ToggleButton(page.title(), new FontIcon(page.icon()));
        button.setId("shell-rail-" + page.id());
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        model.pageProperty().subscribe(shown -> button.setSelected(shown.equals(page.id())));
        button.setOnAction(_ -> {
            model.pageProperty().set(page.id());
            button.setSelected(true); // a second click must not leave no page chosen
        });
        return button;
    }
}
