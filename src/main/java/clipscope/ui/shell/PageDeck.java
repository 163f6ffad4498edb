package clipscope.ui.shell;

import clipscope.ui.control.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The middle of the window: the page chosen, or the welcome while there are no pictures for it.
///
/// **Thread:** Confined to the JavaFX thread.
final class PageDeck {

    private final ShellViewModel model;
    private final List<Page> pages;
    private final Node welcome;
    private final StackPane root = new StackPane();

    PageDeck(ShellViewModel model, List<Page> pages, Node welcome) {
        this.model = model;
        this.pages = pages;
        this.welcome = welcome;
        root.setId("shell-content");
        model.emptyProperty().subscribe(_ -> show());
        model.pageProperty().subscribe(_ -> show());
    }

    Region node() {
        return root;
    }

    /// {@return the page chosen, whether it is seen or the welcome is}
    Optional<Page> chosen() {
        String id = model.pageProperty().get();
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /// Lets the pages take their style before they are needed. The first time takes about half a second, in
    /// which the window would not answer to the first drop.
    void warmUp() {
        if (model.emptyProperty().get()) {
            for (Page page : pages) {
                root.getChildren().setAll(page.node());
                root.applyCss();
                root.layout();
            }
            show();
        }
    }

    /// The page stays beneath the welcome, not seen: put in anew, all of it would take its style again when
    /// the first pictures come.
    private void show() {
        boolean empty = model.emptyProperty().get();
        Optional<Node> page = chosen().map(Page::node);
        boolean seen = chosen().filter(one -> !empty || !one.needsPictures()).isPresent();
        page.ifPresent(node -> node.setVisible(seen));
        List<Node> shown = Stream.concat(page.stream(), seen ? Stream.empty() : Stream.of(welcome))
                .toList();
        root.getChildren().retainAll(shown);
        shown.stream().filter(node -> !root.getChildren().contains(node)).forEach(root.getChildren()::add);
    }
}
