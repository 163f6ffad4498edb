package clipscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final InTurn turn = new InTurn(tasks);
    private final List<String> said = new ArrayList<>();

    private TaskRunner.Handle say(String word) {
        return turn.submit(_ -> said.add(word), _ -> said.add(word + " ended"));
    }

    @Test
    void theNextBeginsWhenTheOneBeforeHasEndedEvenOnARunnerThatTakesTheLatestFirst() {
        say("a");
        say("b");
        say("c");
        assertEquals(1, tasks.pending());

        tasks.runAllNewestFirst();

        assertEquals(List.of("a", "a ended", "b", "b ended", "c", "c ended"), said);
    }

    @Test
    void whatIsCancelledWhileItWaitsIsNotDone() {
        say("a");
        say("b").cancel();
        say("c");

        tasks.runAll();

        assertEquals(List.of("a", "a ended", "c", "c ended"), said);
    }

    @Test
    void whatIsCancelledAfterItBeganKeepsItsPlaceAndNobodyHearsOfIt() {
        say("a").cancel();
        say("b");

        tasks.runAll();

        assertEquals(List.of("a", "b", "b ended"), said);
    }

    @Test
    void aFailureKeepsNobodyWaiting() {
        turn.submit(
                _ -> {
                    throw new IllegalStateException("broken");
                },
                outcome -> said.add(outcome.getClass().getSimpleName()));
        say("b");

        tasks.runAll();

        assertEquals(List.of("Failed", "b", "b ended"), said);
    }
}
