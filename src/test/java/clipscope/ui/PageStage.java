package clipscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import clipscope.ui.fx.Snapshots;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.util.Duration;

/// Shows a page as the window does, to look at and to act on.
public final class PageStage {

    private final Scene scene;

    public PageStage(Parent page, double width, double height) {
        this.scene = new Scene(page, width, height);
        scene.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/clipscope/ui/theme.css"))
                        .toExternalForm());
        light();
    }

    public Scene scene() {
        return scene;
    }

    public void light() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    public void dark() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    }

    /// {@return the node of an id}
    ///
    /// @throws AssertionError if there is none
    public <T extends Node> T find(Class<T> type, String id) {
        Node node = scene.lookup("#" + id);
        if (node == null) {
            throw new AssertionError("no node " + id);
        }
        return type.cast(node);
    }

    /// Lets JavaFX's clock run, as if a person looked on.
    public void wait(Duration duration) {
        Object loop = new Object();
        PauseTransition pause = new PauseTransition(duration);
        pause.setOnFinished(_ -> Platform.exitNestedEventLoop(loop, null));
        pause.play();
        var _ = Platform.enterNestedEventLoop(loop);
    }

    public WritableImage picture() {
        return Snapshots.of(scene);
    }

    /// Writes what is seen as `target/snapshots/NAME.png`.
    public void save(String name) {
        Snapshots.save(scene, name);
    }

    /// Keeps the picture in both themes.
    public void saveBoth(String name) {
        save(name + "-light");
        dark();
        save(name + "-dark");
        light();
    }

    /// {@return all texts that have nodes}
    public Set<String> texts() {
        return scene.getRoot().lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.toSet());
    }
}
