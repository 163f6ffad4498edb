package clipscope.session.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Precision;
import clipscope.image.ImageSource;
import clipscope.problem.Problem;
import clipscope.session.compare.ExtraPrompts.Urgency;
import clipscope.session.desk.Desks;
import clipscope.task.TaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtraPromptsTest {

    private final Desks desks = new Desks();
    private final ExtraPrompts prompts = desks.desk().extraPrompts();
    private final List<Integer> progress = new ArrayList<>();
    private final List<Optional<Problem>> ends = new ArrayList<>();
    private final ExtraPrompts.Listener listener = new ExtraPrompts.Listener(progress::add, ends::add);

    @Test
    void promptsAreEncodedOnceInBatches() {
        desks.open();
        List<String> many =
                IntStream.range(0, 40).mapToObj(i -> "red photo " + i).toList();

        var _ = prompts.encode(many, Urgency.BULK, listener);
        assertTrue(prompts.embedding(many.getFirst()).isEmpty());
        desks.tasks().runAll();

        assertEquals(List.of(32, 8), progress);
        assertEquals(List.of(Optional.empty()), ends);
        assertEquals(List.of("blue"), prompts.missing(List.of("red photo 7", "blue", "blue")));
    }

    @Test
    void theSessionsOwnPromptsAreNotEncodedAgain() {
        desks.open();
        desks.desk().session().setLabels(List.of("red"));
        desks.tasks().runAll();

        assertEquals(List.of(), prompts.missing(List.of("red")));
    }

    @Test
    void anotherModelEncodesAgainAndEndsWhatRan() {
        desks.open();
        var _ = prompts.encode(List.of("red"), Urgency.SOON, listener);
        desks.tasks().runAll();
        var _ = prompts.encode(List.of("blue"), Urgency.SOON, listener);

        desks.desk().slot().open(Path.of("models", "another"), Precision.FP32);
        desks.tasks().runAllNewestFirst();

        assertEquals(List.of("red", "blue"), prompts.missing(List.of("red", "blue")));
        assertEquals(1, ends.size());
    }

    @Test
    void aCancelledListStopsAfterItsBatch() {
        desks.open();
        TaskRunner.Handle handle = prompts.encode(List.of("red"), Urgency.BULK, listener);

        handle.cancel();
        desks.tasks().runAll();

        assertEquals(List.of(), progress);
        assertEquals(List.of(), ends);
    }

    @Test
    void aFailureIsToldWithItsReason() {
        desks.open();
        desks.model().fail(true);

        var _ = prompts.encode(List.of("red"), Urgency.SOON, listener);
        desks.tasks().runAll();

        assertInstanceOf(Problem.NotANumber.class, ends.getFirst().orElseThrow());
    }

    @Test
    void foldersAreLabelsWhateverTheirSigns() {
        FolderLabels folders = new FolderLabels(List.of("cat", "red fox"));

        assertEquals(OptionalInt.of(1), folders.label(new ImageSource.OfFile(Path.of("x", "Red_Fox", "1.jpg"))));
        assertEquals(OptionalInt.empty(), folders.label(new ImageSource.OfFile(Path.of("x", "dog", "1.jpg"))));
        assertEquals(OptionalInt.empty(), folders.label(new ImageSource.OfFile(Path.of("1.jpg"))));
        assertEquals(OptionalInt.empty(), folders.label(Desks.red("cat")));
    }
}
