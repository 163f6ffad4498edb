package clipscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    private long now;

    @Test
    void theFastestOfSeveralRunsCounts() throws Exception {
        Deque<Long> seconds = new ArrayDeque<>(List.of(5L, 2L, 3L));

        double fastest = new Stopwatch(() -> now).fastest(() -> now += 1_000_000_000 * seconds.remove());

        assertEquals(2, fastest);
        assertEquals(0, seconds.size()); // three runs at least, however long they take
    }

    @Test
    void shortWorkIsRunUntilOneAndAHalfSecondsAreOver() throws Exception {
        int[] runs = new int[1];

        double fastest = new Stopwatch(() -> now).fastest(() -> {
            runs[0]++;
            now += 100_000_000;
        });

        assertEquals(0.1, fastest);
        assertEquals(15, runs[0]);
    }

    @Test
    void oneRunIsTimedByTheClock() throws Exception {
        assertEquals(0.25, new Stopwatch(() -> now).once(() -> now += 250_000_000));
    }
}
