package clipscope.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.engine.TrainingState;
import clipscope.clip.weights.FloatTensor;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.task.ManualTaskRunner;
import clipscope.train.data.DrawnShapes;
import clipscope.train.own.Start;
import clipscope.train.run.CheckpointFile;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.train.course.CourseContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class TrainViewTest {

    private static final Path BUNDLED = Path.of("models/clipscope-nano");

    @TempDir
    private Path folder;

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final List<Path> opened = new ArrayList<>();
    private TrainViewModel model;
    private PageStage stage;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("drawn shapes");
        DrawnShapes.writeAll(data, 1);
        Files.writeString(data.resolve("broken.png"), "no picture");
        Files.writeString(data.resolve("broken.txt"), "a caption");
        model = new TrainViewModel(new TrainSetup(
                tasks,
                Runnable::run,
                new ImageDecoder(10),
                folder.resolve("trained"),
                () -> Optional.of(BUNDLED),
                () -> Optional.of(data),
                Optional::empty,
                opened::add));
        stage = new PageStage(new TrainView(model).node(), 1280, 820);
        stage.picture(); // what scrolls is there once it was laid out
    }

    @Test
    void withoutAFolderThePageTeachesAndCannotStart() {
        stage.picture();

        assertTrue(stage.texts().contains("Train a CLIP of your own"), stage.texts()::toString);
        assertTrue(stage.find(Button.class, "train-start").isDisabled());
    }

    @Test
    void aFolderIsCountedAndItsProblemsAreNamed() {
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        stage.picture();

        assertTrue(stage.texts().contains("12 pictures to learn from, 4 held out"), stage.texts()::toString);
        assertTrue(stage.texts().contains("1 thing to know"), stage.texts()::toString);
        assertTrue(stage.texts().stream().anyMatch(text -> text.contains("broken.png")), stage.texts()::toString);
        assertEquals("drawn-shapes", stage.find(TextField.class, "train-name").getText());
        assertTrue(!stage.find(Button.class, "train-start").isDisabled());
    }

    @Test
    void aTrainingThatWasBegunIsToldBeforeTheNextStarts() throws IOException, ProblemException {
        Path kept = folder.resolve("trained/drawn-shapes/training");
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("settings.json"), "those of another");
        List<FloatTensor> weights = List.of(FloatTensor.adopt("w", List.of(1L), new float[] {0.5f}));
        new CheckpointFile(kept.resolve("checkpoint.safetensors"))
                .write(new TrainingState(7, weights, weights, weights, weights));

        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        String words = stage.find(Label.class, "train-begun-words").getText();
        assertTrue(words.contains("with other settings or pictures") && words.contains("at step 7,"), words);
        assertTrue(stage.find(Button.class, "train-start").isDisabled());
        stage.saveBoth("train-begun");

        stage.find(CheckBox.class, "train-anew").fire();
        assertTrue(!stage.find(Button.class, "train-start").isDisabled());
        stage.find(TextField.class, "train-name").setText("another");
        tasks.runAll();
        assertTrue(!stage.find(Region.class, "train-begun").isVisible());
        assertEquals("Start training", stage.find(Button.class, "train-start").getText());
    }

    @Test
    void numbersThatAreNoneAreToldAtOnce() {
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();

        stage.find(TextField.class, "train-steps").setText("many");
        assertTrue(stage.find(Button.class, "train-start").isDisabled());
        assertTrue(stage.find(Label.class, "train-fault").getText().startsWith("Steps from 1"));

        stage.find(TextField.class, "train-steps").setText("3");
        stage.find(TextField.class, "train-name").setText("../up");
        assertTrue(stage.find(Label.class, "train-fault").getText().contains("name"));

        stage.find(TextField.class, "train-name").setText("mine");
        assertTrue(!stage.find(Button.class, "train-start").isDisabled());
    }

    @Test
    void aModelToBeginWithBringsItsUsualNumbers() {
        String rate = stage.find(TextField.class, "train-rate").getText();

        stage.find(ToggleButton.class, "train-kind-1").fire();
        assertEquals("1e-3", rate);
        assertEquals("1e-5", stage.find(TextField.class, "train-rate").getText());
        stage.find(ToggleButton.class, "train-part-2").fire();
        assertEquals("3e-4", stage.find(TextField.class, "train-rate").getText());
        model.form().nameProperty().set("mine");
        assertEquals(
                Optional.of(new Start.FromModel(BUNDLED)),
                model.form().plan(folder).map(plan -> plan.start()));
    }

    @Test
    void whileATrainingRunsNoOtherCanBeStarted() {
        start("2", "4");
        assertInstanceOf(
                CourseContent.Preparing.class, model.course().contentProperty().get());
        assertTrue(stage.find(Button.class, "train-start").isDisabled());
        assertTrue(stage.find(TextField.class, "train-steps").isDisabled());
    }

    @Test
    void aTrainingMakesAModelThatIsOpenedAndWhoseNameIsNotSuggestedAgain() {
        start("1", "4");
        tasks.runAll();
        stage.picture();

        assertEquals(List.of(folder.resolve("trained/drawn-shapes")), opened);
        assertTrue(stage.texts().contains("Trained and opened"), stage.texts()::toString);
        assertEquals("drawn-shapes-2", model.form().nameProperty().get());
        assertTrue(!stage.find(Button.class, "train-start").isDisabled());
        stage.saveBoth("train-done");
    }

    @Test
    void aNameThatWasTypedStays() {
        stage.find(Button.class, "train-folder").fire();
        model.form().nameProperty().set("mine");
        model.data().read(folder.resolve("other"));
        assertEquals("mine", model.form().nameProperty().get());
    }

    private void start(String steps, String batch) {
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        stage.find(ToggleButton.class, "train-kind-1").fire();
        stage.find(TextField.class, "train-steps").setText(steps);
        stage.find(TextField.class, "train-batch").setText(batch);
        stage.find(Button.class, "train-start").fire();
    }

    @Test
    void itCanBeLookedAt() {
        stage.saveBoth("train-empty");
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        stage.saveBoth("train-ready");
    }
}
