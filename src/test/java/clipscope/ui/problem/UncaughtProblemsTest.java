package clipscope.ui.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtProblemsTest {

    private static final long SECOND = 1_000_000_000;

    private final List<Object> seen = new ArrayList<>();
    private long now;
    private final UncaughtProblems problems =
            new UncaughtProblems(Runnable::run, seen::add, () -> seen.add("caches freed"), () -> now);

    private final Throwable first = new IllegalStateException("first");
    private final Throwable second = new IllegalStateException("second");

    @Test
    void everyDefectIsShown() {
        report(first);
        report(second);

        assertEquals(List.of(first, second), seen);
    }

    @Test
    void aFaultInEveryFrameIsShownOnceHoweverLongItGoesOn() {
        for (int frame = 0; frame < 300; frame++) {
            report(first);
            now += SECOND / 60;
        }

        assertEquals(List.of(first), seen);
    }

    @Test
    void theSameFaultLaterIsShownAgain() {
        report(first);
        now += SECOND;
        report(first);

        assertEquals(List.of(first, first), seen);
    }

    @Test
    void cachesAreFreedBeforeAShortageOfMemoryIsShown() {
        Throwable shortage = new OutOfMemoryError("Java heap space");

        report(shortage);

        assertEquals(List.of("caches freed", shortage), seen);
    }

    private void report(Throwable cause) {
        problems.uncaughtException(Thread.currentThread(), cause);
    }
}
