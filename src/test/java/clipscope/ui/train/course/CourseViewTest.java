package clipscope.ui.train.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.FloatMatrix;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.score.retrieval.Recall;
import clipscope.task.ManualTaskRunner;
import clipscope.task.Outcome;
import clipscope.train.data.DataSettings;
import clipscope.train.own.Augmentation;
import clipscope.train.own.CourseEnd;
import clipscope.train.own.CourseEvent;
import clipscope.train.own.Method;
import clipscope.train.own.ModelSize;
import clipscope.train.own.OwnPlan;
import clipscope.train.own.Retrieval;
import clipscope.train.own.Start;
import clipscope.train.run.Progress;
import clipscope.ui.PageStage;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.FxTest;
import clipscope.ui.train.TrainView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
class CourseViewTest {

    private static final Path TRAINED = Path.of("mine");
    private static final OwnPlan PLAN = new OwnPlan(
            Path.of("data"),
            TRAINED,
            new Start.FromNothing(ModelSize.SMALL),
            Method.fromNothing(),
            Augmentation.NONE,
            DataSettings.TEMPLATES,
            1);

    private final List<Path> opened = new ArrayList<>();
    private final CourseViewModel model =
            new CourseViewModel(new ManualTaskRunner(), Runnable::run, new ImageDecoder(10), opened::add);
    private PageStage stage;

    @BeforeEach
    void start() {
        StackPane page = new StackPane(new CourseView(model, () -> {}).node());
        page.setId("train");
        Appearance.dress(page, TrainView.class, "train.css");
        stage = new PageStage(page, 900, 780);
        model.start(PLAN, false);
    }

    @Test
    void aTrainingThatRunsShowsItsNumbersAndCanBePaused() {
        assertInstanceOf(CourseContent.Preparing.class, shown());
        learn();
        stage.picture();

        assertTrue(
                stage.texts().containsAll(Set.of("200 of 1,000", "131", "6 min", "18.3", "0.0546")),
                stage.texts()::toString);
        assertTrue(stage.texts().contains("93 % / 93 %"), stage.texts()::toString);
        assertEquals(40, model.numbersProperty().get().losses().size(), "one from before it was left");
        assertEquals(14, model.numbersProperty().get().textFirst().size());
        assertEquals(8 * (220 / 8), (int)
                stage.find(ImageView.class, "train-grid").getImage().getWidth());
        stage.saveBoth("train-course-learning");
        stage.find(Button.class, "train-pause").fire();
        assertEquals(new CourseContent.Learning(true), shown());
        stage.find(Button.class, "train-resume").fire();
        assertEquals(new CourseContent.Learning(false), shown());
        stage.find(Button.class, "train-finish").fire();
        assertEquals(new CourseContent.Ending(), shown());
    }

    @Test
    void whatWasTrainedIsOpenedAndComparedWithItsStart() {
        learn();
        model.end(new Outcome.Done<>(new CourseEnd.Model(TRAINED, 2, recalled(0.25), recalled(0.875))));
        stage.picture();

        assertEquals(List.of(TRAINED), opened);
        assertTrue(
                stage.texts()
                        .containsAll(
                                Set.of("Trained and opened", "after, step 2", "25.0 %   50.0 %", "87.5 %   100.0 %")),
                stage.texts()::toString);
        stage.saveBoth("train-course-done");
    }

    @Test
    void aTrainingThatFailedSaysWhyAndOneThatWasLeftHowToGoOn() {
        model.end(new Outcome.Failed<>(new ProblemException(new Problem.LossNotANumber(7, 5))));
        stage.picture();
        assertTrue(
                stage.texts().stream()
                        .anyMatch(text -> text.contains("not a number at step 7")
                                && text.contains("checkpoint is that of step 5")),
                stage.texts()::toString);

        model.end(new Outcome.Done<>(new CourseEnd.Left(9)));
        stage.picture();
        assertTrue(stage.texts().contains("Stopped after step 9"), stage.texts()::toString);
    }

    /// Two hundred steps of a training that was left at the fifth.
    private void learn() {
        model.take(new CourseEvent.Resumed(5, Map.of(5, 3.1), Map.of(0, recalled(0)), 0));
        for (int i = 2; i <= 40; i++) {
            model.take(new CourseEvent.Learned(new Progress(
                    5 * i, 1000, 3.2 / (1 + 0.04 * i), 1.8, 14.3 + 0.1 * i, 1e-5, 131, Duration.ofSeconds(340))));
        }
        for (int i = 1; i <= 13; i++) {
            model.take(examined(15 * i, i / 14.0));
        }
    }

    private static CourseEvent.Examined examined(int step, double learned) {
        float[] cosines = new float[64];
        for (int i = 0; i < 64; i++) {
            cosines[i] = (float) (0.1 * Math.sin(i * i) + (i % 9 == 0 ? learned : 0));
        }
        return new CourseEvent.Examined(step, recalled(learned), step > 0, FloatMatrix.copyOf(8, 8, cosines));
    }

    private static Retrieval recalled(double first) {
        Recall recall = new Recall(8, List.of(first, Math.min(1, 2 * first), 1.0));
        return new Retrieval(recall, recall);
    }

    private CourseContent shown() {
        return model.contentProperty().get();
    }
}
