package clipscope.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.clip.ScoreRule;
import clipscope.doctor.Doctors;
import clipscope.session.desk.Desks;
import clipscope.settings.ModelSettings;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.models.doctor.DoctorViewModel;
import clipscope.ui.models.doctor.WindowDrawing;
import clipscope.zoo.download.Zoos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class ModelsViewTest {

    private static final Path OTHER = Path.of("models", "other");

    private final Desks desks = new Desks();
    private final List<Object> asked = new ArrayList<>();
    private ModelsViewModel model;
    private PageStage stage;

    @TempDir
    private Path folder;

    @BeforeEach
    void build() {
        model = new ModelsViewModel(
                desks.desk(),
                new ModelChoice(
                        new SimpleObjectProperty<>(new ModelSettings(List.of(OTHER), Precision.AUTO)),
                        ModelsViewModelTest.BUNDLED,
                        Zoos.in(folder),
                        asked::add,
                        size -> asked.add("pictures of " + size),
                        () -> asked.add("folder"),
                        () -> asked.add("file")));
        desks.tasks().runNext(); // the list is read
        stage = new PageStage(
                new ModelsView(
                                model,
                                new DoctorViewModel(
                                        desks.desk(), Doctors.here(folder), WindowDrawing.look(), Optional.empty()))
                        .node(),
                1000,
                700);
    }

    @Test
    void withoutAModelThereIsNoCard() {
        stage.picture();

        assertTrue(!stage.find(Node.class, "models-card").isVisible());
        assertTrue(texts().contains("No model is open"));
    }

    @Test
    void everyLineShowsItsValueAndItsSource() {
        open(ModelsViewModelTest.BUNDLED);

        assertTrue(texts().containsAll(Set.of("architecture", "Hugging Face CLIPModel")), texts()::toString);
        assertEquals(
                "Not tested yet.",
                stage.find(Label.class, "models-verdict").getText().substring(0, 15));
    }

    @Test
    @SuppressWarnings("unchecked") // a node found by its name
    void theModelIsGivenLargerPicturesWhereThePersonSaysSo() {
        open(ModelsViewModelTest.BUNDLED);
        ComboBox<Integer> sizes = stage.find(ComboBox.class, "models-picture-size");
        assertEquals("32 × 32 pixels, as trained", sizes.getConverter().toString(32));
        assertEquals(
                "64 × 64 pixels, 4.0 times the patches", sizes.getConverter().toString(64));

        sizes.setValue(64);

        assertEquals(List.of("pictures of 64"), asked);
    }

    @Test
    void assumedValuesAndTestsAreMarkedByAWordAndAnIcon() throws IOException {
        copyWithout("preprocessor_config.json");
        open(folder);

        List<Label> assumed = marks("assumed");
        assertTrue(assumed.size() > 2, "resize, crop, mean, std: " + assumed);
        assertTrue(assumed.stream().allMatch(mark -> mark.getText().equals("assumed") && mark.getGraphic() != null));

        stage.find(Button.class, "models-verify").fire();
        assertEquals("Cancel", stage.find(Button.class, "models-cancel").getText());
        desks.tasks().runAll();
        stage.picture();

        List<Label> passed = marks("passed");
        assertTrue(passed.size() > 8, passed::toString);
        assertTrue(passed.stream().allMatch(mark -> mark.getText().equals("passed") && mark.getGraphic() != null));
        assertTrue(verdict().contains("tests passed."), verdict());
    }

    @Test
    void filesThatDisagreeAreTold() throws IOException {
        copyWithout("nothing");
        Files.writeString(folder.resolve("open_clip_config.json"), """
                {"model_cfg": {"embed_dim": 17,
                  "vision_cfg": {"image_size": 64, "layers": 2, "width": 64, "patch_size": 8},
                  "text_cfg": {"context_length": 16, "vocab_size": 512, "width": 64, "heads": 2, "layers": 2}}}
                """);
        open(folder);

        assertTrue(
                texts().stream().anyMatch(text -> text.startsWith("Its files disagree: dimensions is ")),
                texts()::toString);
    }

    @Test
    void aFailureStandsInPlaceAndCanBeTriedAgain() throws IOException {
        copyWithout("nothing");
        open(folder);
        Files.delete(folder.resolve("model.safetensors"));

        stage.find(Button.class, "models-verify").fire();
        desks.tasks().runAll();
        stage.picture();

        assertTrue(texts().stream().anyMatch(text -> text.contains("model.safetensors")), texts()::toString);
        assertTrue(texts().contains("Try again"));
        assertTrue(verdict().startsWith("Not tested yet."), verdict());
    }

    @Test
    void theCertificateIsCopiedAsText() {
        open(ModelsViewModelTest.BUNDLED);

        stage.find(Button.class, "models-copy").fire();

        assertEquals(model.certificateText(), Clipboard.getSystemClipboard().getString());
    }

    @Test
    void modelsAreOpenedFromTheListAFolderOrAFile() {
        stage.picture();
        ListView<?> list = stage.find(ListView.class, "models-list");
        list.getSelectionModel().select(1);
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        SplitMenuButton open = stage.find(SplitMenuButton.class, "models-open");
        open.getItems().get(0).fire();
        open.getItems().get(1).fire();

        assertEquals(List.of(OTHER, "folder", "file"), asked);
    }

    private void open(Path location) {
        desks.open(new FakeClipModel("shown", location, new ScoreRule.Softmax(10)));
        stage.picture();
    }

    private String verdict() {
        return stage.find(Label.class, "models-verdict").getText();
    }

    private List<Label> marks(String kind) {
        return stage.scene().getRoot().lookupAll(".mark." + kind).stream()
                .map(Label.class::cast)
                .toList();
    }

    private Set<String> texts() {
        return stage.scene().getRoot().lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.toSet());
    }

    private void copyWithout(String name) throws IOException {
        try (Stream<Path> files = Files.list(ModelsViewModelTest.BUNDLED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(name)) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
    }
}
