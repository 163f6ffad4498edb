package clipscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.ui.control.Page;
import clipscope.ui.control.PageView;
import clipscope.ui.fx.Debounce;
import clipscope.ui.fx.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/// Tests when pages are built. A nested event loop lets JavaFX's clock run.
@FxTest
class PageDeckTest {

    private final Object loop = new Object();
    private final List<String> built = new ArrayList<>();
    private final ShellFixture fixture = new ShellFixture();
    private final ShellViewModel shell = fixture.shell(List.of());
    private final List<Page> pages = Stream.of("first", "second", "third")
            .map(id -> new Page(id, id, Feather.TAG, Page.Kind.OF_PICTURES, () -> build(id)))
            .toList();
    private final Node welcome = new Label("Welcome");
    private final PageDeck deck;
    private String last = "third"; // whose building ends the loop

    PageDeckTest() {
        shell.pageProperty().set("second");
        deck = new PageDeck(shell, pages, welcome);
        var _ = new Scene(deck.node(), 300, 200);
    }

    /// {@return a page's view, which is told to have been built}
    private PageView build(String id) {
        built.add(id);
        if (id.equals(last)) {
            Platform.exitNestedEventLoop(loop, null);
        }
        Region node = new VBox(new Label(id));
        node.setId(id);
        return () -> node;
    }

    private void letTimePass() {
        new Debounce(Duration.millis(200), () -> Platform.exitNestedEventLoop(loop, null)).request();
        var _ = Platform.enterNestedEventLoop(loop);
    }

    private List<Node> shown() {
        return deck.node().getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .toList();
    }

    @Test
    void noPageIsBuiltBeforeItIsSeen() {
        assertEquals(List.of(welcome), shown());
        assertEquals(List.of(), built);

        fixture.desk.session().addImages(ShellFixture.pictures(1));
        assertEquals(List.of("second"), built);
        shell.pageProperty().set("first");
        shell.pageProperty().set("second");
        assertEquals(List.of("second", "first"), built);
    }

    @Test
    void whenTheWindowIsSeenTheyAreBuiltBeneathTheWelcomeTheChosenOneFirst() {
        deck.warmUp();
        assertEquals(List.of(), built, "not in one go: what the person does goes between");
        var _ = Platform.enterNestedEventLoop(loop);

        assertEquals(List.of("second", "first", "third"), built);
        assertEquals(List.of(welcome), shown());
    }

    @Test
    void whileAModelIsOpenedTheyWait() {
        shell.model().openBundled();
        deck.warmUp();
        letTimePass();
        assertEquals(List.of(), built);

        fixture.tasks.runAll();
        var _ = Platform.enterNestedEventLoop(loop);
        assertEquals(List.of("second", "first", "third"), built);
    }

    @Test
    void fromTheFirstPictureOnNoOtherPageIsBuilt() {
        last = "second";
        deck.warmUp();
        var _ = Platform.enterNestedEventLoop(loop);
        fixture.desk.session().addImages(ShellFixture.pictures(1));
        letTimePass();

        assertEquals(List.of("second"), built);
        assertEquals(List.of("second"), shown().stream().map(Node::getId).toList());
    }
}
