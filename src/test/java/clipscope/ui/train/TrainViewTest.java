package clipscope.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.engine.TrainingState;
import clipscope.clip.weights.FloatTensor;
import clipscope.embedding.FloatMatrix;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.score.retrieval.Recall;
import clipscope.task.ManualTaskRunner;
import clipscope.task.Outcome;
import clipscope.train.data.DrawnShapes;
import clipscope.train.own.CourseEnd;
import clipscope.train.own.CourseEvent;
import clipscope.train.own.Retrieval;
import clipscope.train.own.Start;
import clipscope.train.run.CheckpointFile;
import clipscope.train.run.Progress;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
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

        assertTrue(texts().contains("Train a CLIP of your own"), texts()::toString);
        assertTrue(stage.find(Button.class, "train-start").isDisabled());
    }

    @Test
    void aFolderIsCountedAndItsProblemsAreNamed() {
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        stage.picture();

        assertTrue(texts().contains("12 pictures to learn from, 4 held out"), texts()::toString);
        assertTrue(texts().contains("1 thing to know"), texts()::toString);
        assertTrue(texts().stream().anyMatch(text -> text.contains("broken.png")), texts()::toString);
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
        snapshots("begun");

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
    void aTrainingThatRunsShowsItsNumbersAndCanBePaused() {
        start("300", "8");
        assertInstanceOf(
                CourseContent.Preparing.class, model.course().contentProperty().get());
        model.course().take(new CourseEvent.Resumed(5, Map.of(5, 3.1), Map.of(0, recalled(0)), 0));
        for (int i = 2; i <= 40; i++) {
            model.course()
                    .take(new CourseEvent.Learned(new Progress(
                            5 * i,
                            300,
                            3.2 / (1 + 0.04 * i),
                            1.8,
                            14.3 + 0.1 * i,
                            1e-5,
                            131,
                            Duration.ofSeconds(340))));
        }
        for (int i = 1; i <= 13; i++) {
            model.course().take(examined(15 * i, i / 14.0));
        }
        stage.picture();

        assertTrue(texts().containsAll(Set.of("200 of 300", "131", "6 min", "18.3", "0.0546")), texts()::toString);
        assertTrue(texts().contains("93 % / 93 %"), texts()::toString);
        assertEquals(40, model.course().numbersProperty().get().losses().size(), "one from before it was left");
        assertEquals(14, model.course().numbersProperty().get().textFirst().size());
        assertEquals(8 * (220 / 8), (int)
                stage.find(ImageView.class, "train-grid").getImage().getWidth());
        assertTrue(stage.find(Button.class, "train-start").isDisabled());
        snapshots("learning");
        stage.find(Button.class, "train-pause").fire();
        assertEquals(
                new CourseContent.Learning(true),
                model.course().contentProperty().get());
        stage.find(Button.class, "train-resume").fire();
        stage.find(Button.class, "train-finish").fire();
        assertEquals(
                new CourseContent.Ending(), model.course().contentProperty().get());
    }

    private static CourseEvent.Examined examined(int step, double learned) {
        float[] cosines = new float[64];
        for (int i = 0; i < 64; i++) {
            cosines[i] = (float) (0.1 * Math.sin(i * i) + (i % 9 == 0 ? learned : 0));
        }
        return new CourseEvent.Examined(step, recalled(learned), step > 0, FloatMatrix.copyOf(8, 8, cosines));
    }

    @Test
    void whatWasTrainedIsOpenedAndComparedWithItsStart() {
        start("2", "4");
        Path trained = folder.resolve("trained/drawn-shapes");
        model.course().end(new Outcome.Done<>(new CourseEnd.Model(trained, 2, recalled(0.25), recalled(0.875))));
        stage.picture();

        assertEquals(List.of(trained), opened);
        assertTrue(
                texts().containsAll(
                                Set.of("Trained and opened", "after, step 2", "25.0 %   50.0 %", "87.5 %   100.0 %")),
                texts()::toString);
        snapshots("done");
    }

    @Test
    void aNameThatAModelHasIsNotSuggestedAgainButOneThatWasTypedStays() throws IOException {
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        start("2", "4");
        Path trained = folder.resolve("trained/drawn-shapes");
        Files.createDirectories(trained);
        Files.writeString(trained.resolve("config.json"), "{}");
        model.course().end(new Outcome.Done<>(new CourseEnd.Model(trained, 2, recalled(0.25), recalled(0.875))));
        assertEquals("drawn-shapes-2", model.form().nameProperty().get());

        model.form().nameProperty().set("mine");
        model.data().read(folder.resolve("other"));
        assertEquals("mine", model.form().nameProperty().get());
    }

    @Test
    void aTrainingThatFailedSaysWhyAndOneThatWasLeftHowToGoOn() {
        start("2", "4");
        model.course().end(new Outcome.Failed<>(new ProblemException(new Problem.LossNotANumber(7, 5))));
        stage.picture();
        assertTrue(
                texts().stream()
                        .anyMatch(text -> text.contains("not a number at step 7")
                                && text.contains("checkpoint is that of step 5")),
                texts()::toString);
        assertTrue(!stage.find(Button.class, "train-start").isDisabled());

        model.course().end(new Outcome.Done<>(new CourseEnd.Left(9)));
        stage.picture();
        assertTrue(texts().contains("Stopped after step 9"), texts()::toString);
    }

    private static Retrieval recalled(double first) {
        Recall recall = new Recall(8, List.of(first, Math.min(1, 2 * first), 1.0));
        return new Retrieval(recall, recall);
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
        snapshots("empty");
        stage.find(Button.class, "train-folder").fire();
        tasks.runAll();
        snapshots("ready");
    }

    private void snapshots(String name) {
        stage.save("train-" + name + "-light");
        stage.dark();
        stage.save("train-" + name + "-dark");
        stage.light();
    }

    private Set<String> texts() {
        return stage.scene().getRoot().lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.toSet());
    }
}
