package clipscope.ui.train.begun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.ManualTaskRunner;
import clipscope.train.data.DataForm;
import clipscope.train.data.DataSettings;
import clipscope.train.data.PairData;
import clipscope.train.own.Augmentation;
import clipscope.train.own.BegunTraining;
import clipscope.train.own.Method;
import clipscope.train.own.ModelSize;
import clipscope.train.own.OwnPlan;
import clipscope.train.own.Start;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

@FxTest
class BegunPaneTest {

    private static final OwnPlan PLAN = new OwnPlan(
            Path.of("data"),
            Path.of("mine"),
            new Start.FromNothing(ModelSize.SMALL),
            Method.fromNothing(),
            Augmentation.NONE,
            DataSettings.TEMPLATES,
            1);
    private static final PairData DATA =
            new PairData(DataForm.SIDECARS, List.of(), List.of(), List.of(), "fingerprint");

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private Optional<BegunTraining> there = Optional.empty();
    private boolean unreadable;
    private final BegunViewModel model = new BegunViewModel(tasks, this::find);
    private final BegunPane pane = new BegunPane(model);
    private final PageStage stage = new PageStage(new StackPane(pane.node()), 380, 200);

    private Optional<BegunTraining> find(OwnPlan plan, PairData data) throws ProblemException {
        if (unreadable) {
            throw new ProblemException(new Problem.MissingFile(plan.out()));
        }
        return there;
    }

    @Test
    void whereNothingWasBegunNothingIsSaid() {
        look();

        assertFalse(shown());
        assertFalse(model.goesOn() || model.inTheWay() || model.startsAnew());
    }

    @Test
    void theSameTrainingIsGoneOnWithUnlessItIsToStartAnew() {
        there = begun(true);
        look();

        assertTrue(shown());
        String words = stage.find(Label.class, "train-begun-words").getText();
        assertTrue(
                words.contains(
                        "at step 200 of %,d".formatted(Method.fromNothing().steps())),
                words);
        assertTrue(words.contains("November 28, 2026") && words.contains("9:12"), words);
        assertTrue(model.goesOn());

        assertEquals("The start goes on with it.", then());
        stage.find(CheckBox.class, "train-anew").fire();

        assertEquals("What it has learned so far is deleted at the start.", then());
        assertTrue(model.startsAnew());
        assertFalse(model.goesOn());
    }

    @Test
    void anotherTrainingIsInTheWayUntilItIsGivenUp() {
        there = begun(false);
        look();

        assertTrue(model.inTheWay());
        assertEquals("Choose another name, or start anew in its place.", then());
        model.anewProperty().set(true);

        assertFalse(model.inTheWay());
        assertTrue(model.startsAnew());
    }

    @Test
    void anotherNameIsAskedAnewAndTheLastAnswerCounts() {
        there = begun(true);
        look();
        model.anewProperty().set(true);

        model.look(Optional.of(PLAN), Optional.of(DATA));
        assertFalse(shown(), "of the name before");
        assertFalse(model.anewProperty().get());
        model.look(Optional.empty(), Optional.of(DATA));
        tasks.runAll();

        assertFalse(shown());
    }

    @Test
    void whatCannotBeReadIsLeftToTheStart() {
        there = begun(true);
        look();
        unreadable = true;
        look();

        assertFalse(shown());
        assertEquals(0, tasks.pending());
    }

    private void look() {
        model.look(Optional.of(PLAN), Optional.of(DATA));
        tasks.runAll();
        stage.picture();
    }

    private String then() {
        return stage.find(Label.class, "train-begun-then").getText();
    }

    private boolean shown() {
        return stage.find(Region.class, "train-begun").isVisible();
    }

    private static Optional<BegunTraining> begun(boolean same) {
        return Optional.of(new BegunTraining(
                200,
                LocalDateTime.of(2026, 11, 28, 9, 12)
                        .atZone(ZoneId.systemDefault())
                        .toInstant(),
                same));
    }
}
