package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FxThreadTest {

    private static final long MILLISECOND = 1_000_000;

    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private long now;
    private final FxThread thread = new FxThread(turns::add, () -> now);

    @Test
    void twoThousandSmallEventsNeedOneTurn() {
        IntStream.range(0, 2000).forEach(i -> thread.execute(() -> done.add(i)));

        assertEquals(1, turns.size());
        turns.remove().run();
        assertEquals(IntStream.range(0, 2000).boxed().toList(), done);
        assertEquals(0, turns.size());
    }

    @Test
    void aTurnEndsAfterEightMillisecondsAndTheRestHaveTheirOwn() {
        IntStream.range(0, 5)
                .forEach(i -> thread.execute(() -> {
                    now += 4 * MILLISECOND;
                    done.add(i);
                }));

        turns.remove().run();
        assertEquals(List.of(0, 1), done);
        turns.remove().run();
        assertEquals(List.of(0, 1, 2, 3), done);
        turns.remove().run();
        assertEquals(List.of(0, 1, 2, 3, 4), done);
        assertEquals(0, turns.size());
    }

    @Test
    void anEventThatFailsDoesNotTakeTheOthersWithIt() {
        thread.execute(() -> {
            throw new IllegalStateException("a defect");
        });
        thread.execute(() -> done.add(1));

        assertThrows(IllegalStateException.class, () -> turns.remove().run());
        turns.remove().run();
        assertEquals(List.of(1), done);
    }

    @Test
    void anEventThatCausesAnotherIsFollowedByIt() {
        thread.execute(() -> {
            done.add(1);
            thread.execute(() -> done.add(2));
        });

        while (!turns.isEmpty()) {
            turns.remove().run();
        }
        assertEquals(List.of(1, 2), done);
    }
}
