package clipscope.ui.models.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.session.desk.Desks;
import clipscope.settings.ModelSettings;
import clipscope.task.Progress;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.models.catalogue.CatalogueViewModel.Places;
import clipscope.ui.models.catalogue.ModelTester.Result;
import clipscope.zoo.download.Zoos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class CatalogueViewTest {

    private static final Path BUNDLED = Path.of("models", "clipscope-nano");

    @TempDir
    private Path folder;

    private final Desks desks = new Desks();
    private final List<Object> asked = new ArrayList<>();
    private CatalogueViewModel model;
    private PageStage stage;

    @BeforeEach
    void build() {
        model = new CatalogueViewModel(
                desks.desk(),
                Zoos.ofProgram(folder),
                new Places(new SimpleObjectProperty<>(ModelSettings.DEFAULTS), BUNDLED, asked::add),
                (_, onResult) -> onResult.accept(new Result.Passed()));
        desks.tasks().runNext(); // the list is read
        CatalogueView view =
                new CatalogueView(model, new CatalogueView.Opening(() -> asked.add("folder"), () -> asked.add("file")));
        StackPane page = new StackPane(view.node());
        page.setId("models");
        stage = new PageStage(page, 640, 700);
        stage.picture();
    }

    @Test
    void aModelIsShownWithItsNumbers() {
        // 151.28 million weights of four bytes; 63.3 %; 0.54 of 2130 over 8.82 GFLOP
        assertTrue(
                texts().containsAll(Set.of("ViT-B/32", "605 MB", "63.3", "130", "all-round, small and quick · MIT")));
        assertEquals("37 in the catalogue · 1 here", model.summaryProperty().get());
    }

    @Test
    void theButtonOfARowDownloadsItsModelAndPauses() {
        button("Download: ViT-B/32 of OpenAI").fire();
        stage.picture();

        button("Pause: ViT-B/32 of OpenAI").fire();
        stage.picture();

        button("Go on: ViT-B/32 of OpenAI");
    }

    @Test
    void progressIsSaidInWordsAndTheButtonsStay() {
        show("openai-vit-b-32", new RowState.Coming(new Progress(100_000_000, 600_000_000, 5e6), "Downloading"));
        Button pause = button("Pause: ViT-B/32 of OpenAI");
        assertTrue(texts().contains("100 MB of 600 MB · 5 MB/s · 2 min left"), texts()::toString);

        show("openai-vit-b-32", new RowState.Coming(new Progress(300_000_000, 600_000_000, 10e6), "Downloading"));
        assertTrue(texts().contains("300 MB of 600 MB · 10 MB/s · 30 s left"), texts()::toString);
        assertEquals(pause, button("Pause: ViT-B/32 of OpenAI"), "it would lose the focus");
    }

    @Test
    void aProblemStandsAtItsModelWithWhatToDo() {
        show("openai-vit-b-16", new RowState.Failed(new Problem.NoConnection("huggingface.co", "the line broke")));

        assertTrue(
                texts().contains(
                                "huggingface.co does not answer as it should: the line broke. Nothing is lost: try again, and what has come is kept."));
        button("Try again: ViT-B/16 of OpenAI");
    }

    @Test
    void removalIsAskedForInPlaceAndSaysWhatItFrees() {
        show("openai-vit-b-32", new RowState.Here(folder, "copied", true, 605_000_000));
        button("ViT-B/32: Remove: frees 605 MB").fire();
        stage.picture();
        button("Delete 605 MB: ViT-B/32 of OpenAI");

        button("ViT-B/32: Keep it").fire();
        stage.picture();
        button("Open: ViT-B/32 of OpenAI").fire();
        assertEquals(List.of(folder), asked);
    }

    @Test
    void headsOfColumnsSort() {
        stage.find(ToggleButton.class, "models-order-accuracy").fire();
        assertEquals("dfn-vit-h-14-378", model.rows().getFirst().id()); // 84.4 %
        assertTrue(stage.find(ToggleButton.class, "models-order-accuracy").isSelected());
        assertFalse(stage.find(ToggleButton.class, "models-order-usual").isSelected());
    }

    @Test
    void anotherModelIsAddedByItsName() {
        TextField field = stage.find(TextField.class, "models-add-field");
        Button add = stage.find(Button.class, "models-add");
        assertTrue(add.isDisabled());
        field.setText("nonsense");
        add.fire();
        assertEquals("nonsense", field.getText(), "what was not understood stays to be mended");

        field.setText("me/mine");
        add.fire();
        desks.tasks().runAll();
        assertEquals("", field.getText());
        assertEquals(
                List.of("me--mine"), model.rows().stream().map(CatalogueRow::id).toList());
    }

    private void show(String id, RowState state) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).id().equals(id)) {
                model.rows().set(i, model.rows().get(i).with(state));
            }
        }
        stage.picture();
    }

    private Button button(String accessibleText) {
        return stage.find(ListView.class, "models-list").lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> accessibleText.equals(button.getAccessibleText()))
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + accessibleText));
    }

    private Set<String> texts() {
        return stage.scene().getRoot().lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.toSet());
    }
}
