package clipscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ExecutorTaskRunnerTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final List<Object> outcomes = new ArrayList<>();
    private final TaskRunner runner = new ExecutorTaskRunner(work::add, events::add);

    @Test
    void theOutcomeComesOnTheOwnersThread() {
        var _ = runner.<String>submit(_ -> "result", outcomes::add);
        work.remove().run();

        assertEquals(List.of(), outcomes, "not before the owner's turn");
        events.remove().run();
        assertEquals(List.of(new Outcome.Done<>("result")), outcomes);
    }

    @Test
    void everyThrowableBecomesAFailure() {
        Error error = new StackOverflowError();
        var _ = runner.<String>submit(
                _ -> {
                    throw error;
                },
                outcomes::add);
        work.remove().run();
        events.remove().run();

        assertSame(
                error,
                assertInstanceOf(Outcome.Failed.class, outcomes.getFirst()).cause());
    }

    @Test
    void workCancelledBeforeItBeganIsNotDone() {
        TaskRunner.Handle handle = runner.<String>submit(_ -> String.valueOf(outcomes.add("ran")), outcomes::add);
        handle.cancel();
        work.remove().run();

        assertEquals(List.of(), outcomes);
        assertEquals(0, events.size());
    }

    @Test
    void anOutcomeOnItsWayIsDroppedWhenTheHandleIsCancelled() {
        TaskRunner.Handle handle = runner.<String>submit(_ -> "result", outcomes::add);
        work.remove().run();
        handle.cancel();
        events.remove().run();

        assertEquals(List.of(), outcomes);
    }

    @Test
    void workSeesThatItIsCancelled() {
        TaskRunner.Handle[] handle = {TaskRunner.Handle.NONE};
        handle[0] = runner.<Boolean>submit(
                cancelled -> {
                    outcomes.add(cancelled.requested());
                    handle[0].cancel();
                    outcomes.add(cancelled.requested());
                    return true;
                },
                outcomes::add);
        work.remove().run();

        assertEquals(List.of(false, true), outcomes);
    }

    @Test
    void workForAClosedExecutorIsDroppedQuietly() {
        TaskRunner closed = new ExecutorTaskRunner(
                _ -> {
                    throw new RejectedExecutionException("closed");
                },
                events::add);

        closed.<String>submit(_ -> "result", outcomes::add).cancel();

        assertEquals(List.of(), outcomes);
    }
}
