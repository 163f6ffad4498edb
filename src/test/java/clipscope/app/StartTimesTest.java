package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.app.StartTimes.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StartTimesTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private StartTimes times(Instant now) {
        return new StartTimes(
                BEGIN, Clock.fixed(now, ZoneOffset.UTC), new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @Test
    void aStepIsToldInSecondsSinceTheProcessBegan() {
        times(BEGIN.plusMillis(1230)).reached(Step.WINDOW);
        assertEquals("  1.23 s  the window is drawn%n".formatted(), written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aStepReachedAgainIsNotToldAgain() {
        StartTimes times = times(BEGIN.plusMillis(500));
        times.at(Step.RESULT, BEGIN.plusMillis(400));
        times.reached(Step.RESULT);
        assertEquals("  0.40 s  the first result%n".formatted(), written.toString(StandardCharsets.UTF_8));
    }
}
