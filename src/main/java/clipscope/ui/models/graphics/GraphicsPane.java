package clipscope.ui.models.graphics;

import clipscope.language.Texts;
import clipscope.problem.ByteText;
import clipscope.ui.control.Notes;
import clipscope.ui.problem.ProblemNotice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The build of PyTorch for graphics cards: what it brings, where it stands, and what can be done.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GraphicsPane {

    private static final Texts TEXTS = Texts.beside(GraphicsPane.class);

    private final GraphicsViewModel model;
    private final VBox root = new VBox();

    public GraphicsPane(GraphicsViewModel model) {
        this.model = model;
        root.setId("models-graphics");
        root.getStyleClass().add("section");
        model.contentProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private void show(GraphicsContent content) {
        boolean something = !(content instanceof GraphicsContent.Nothing);
        root.setVisible(something);
        root.setManaged(something);
        Label title = new Label(model.words());
        title.getStyleClass().add("strong");
        List<Node> nodes = new ArrayList<>(List.of(title));
        if (content instanceof GraphicsContent.Failed(var problem)) {
            nodes.add(
                    new ProblemNotice(problem, List.of(new ProblemNotice.Action(TEXTS.get("ask"), model::ask))).node());
        } else {
            Label words = Notes.muted(words(content));
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            FlowPane buttons = new FlowPane();
            buttons.getStyleClass().add("buttons");
            buttons.getChildren().setAll(buttons(content));
            nodes.add(words);
            nodes.add(buttons);
        }
        root.getChildren().setAll(nodes);
    }

    private static String words(GraphicsContent content) {
        return switch (content) {
            case GraphicsContent.Nothing(), GraphicsContent.Failed _ -> "";
            case GraphicsContent.Absent() -> TEXTS.get("absent");
            case GraphicsContent.Asking() -> TEXTS.get("asking");
            case GraphicsContent.Offered(long bytes) ->
                bytes == 0 ? TEXTS.get("offered.unsized") : TEXTS.get("offered", ByteText.of(bytes));
            case GraphicsContent.Coming() -> TEXTS.get("coming");
            case GraphicsContent.Ready(boolean inUse) -> TEXTS.get(inUse ? "ready.used" : "ready.next");
            case GraphicsContent.DidNotStart() -> TEXTS.get("failed.start");
        };
    }

    private List<Button> buttons(GraphicsContent content) {
        return switch (content) {
            case GraphicsContent.Nothing(), GraphicsContent.Failed _ -> List.of();
            case GraphicsContent.Absent() -> List.of(button("ask", model::ask));
            case GraphicsContent.Asking() -> List.of(button("stop", model::stop));
            case GraphicsContent.Offered _ -> List.of(button("fetch", model::fetch));
            case GraphicsContent.Coming() -> List.of(button("pause", model::stop));
            case GraphicsContent.Ready _ -> List.of(button("remove", model::remove));
            case GraphicsContent.DidNotStart() ->
                List.of(button("again", model::tryAgain), button("remove", model::remove));
        };
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId("models-graphics-" + key);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
