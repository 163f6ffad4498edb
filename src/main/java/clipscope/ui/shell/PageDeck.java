package clipscope.ui.shell;

import clipscope.ui.control.Page;
import clipscope.ui.fx.Debounce;
import clipscope.ui.shell.model.ModelBadgeViewModel.Badge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The middle of the window: the page chosen, or the welcome while there are no pictures for it.
///
/// **Thread:** Confined to the JavaFX thread.
final class PageDeck {

    private static final Duration BREATH = Duration.millis(50); // between two pages, for what the person does

    private final ShellViewModel model;
    private final List<Page> pages;
    private final Node welcome;
    private final StackPane root = new StackPane();
    private final Deque<Page> cold = new ArrayDeque<>();
    private final Debounce warming = new Debounce(BREATH, this::warmNext);

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

    /// Builds the pages and gives them their style before they are needed, one after the other, the chosen
    /// one first, unless a model is being opened. All of them take about half a second, which the first drop
    /// and the first click would wait.
    void warmUp() {
        cold.addAll(pages);
        chosen().ifPresent(page -> {
            cold.remove(page);
            cold.addFirst(page);
        });
        warming.request();
    }

    /// Beneath the welcome, and gone before the next frame is drawn.
    private void warmNext() {
        if (!model.emptyProperty().get() || cold.isEmpty()) {
            return; // from the first picture on, the window has more urgent things to do
        }
        if (model.model().badgeProperty().get() instanceof Badge.Loading) {
            warming.request(); // what the person waits for goes first
            return;
        }
        Node node = cold.removeFirst().node();
        node.setVisible(true); // what is not seen takes no style
        if (!root.getChildren().contains(node)) {
            root.getChildren().addFirst(node);
        }
        root.applyCss();
        root.layout();
        show();
        warming.request();
    }

    /// The page stays beneath the welcome, not seen, if it was built before: put in anew, all of it would
    /// take its style again when the first pictures come.
    private void show() {
        boolean empty = model.emptyProperty().get();
        boolean seen = chosen().filter(one -> !empty || !one.needsPictures()).isPresent();
        Optional<Node> page = chosen().filter(one -> seen || one.isBuilt()).map(Page::node);
        page.ifPresent(node -> node.setVisible(seen));
        List<Node> shown = Stream.concat(page.stream(), seen ? Stream.empty() : Stream.of(welcome))
                .toList();
        root.getChildren().retainAll(shown);
        shown.stream().filter(node -> !root.getChildren().contains(node)).forEach(root.getChildren()::add);
    }
}
