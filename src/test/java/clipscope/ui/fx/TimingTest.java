package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/// Tests [Ticker] and [Debounce] against JavaFX's own clock: a nested event loop lets it run.
@FxTest
class TimingTest {

    private static final Duration SHORT = Duration.millis(20);

    private final Object loop = new Object();
    private int count;

    @Test
    void aTickerGoesOnUntilThereIsNothingMoreToAsk() {
        Ticker ticker = new Ticker(SHORT, () -> {
            count++;
            if (count == 3) {
                Platform.exitNestedEventLoop(loop, null);
            }
            return count < 3;
        });
        assertFalse(ticker.running());

        ticker.start();
        assertTrue(ticker.running());
        var _ = Platform.enterNestedEventLoop(loop);

        assertEquals(3, count);
        assertFalse(ticker.running());
    }

    @Test
    void manyRequestsInARowMakeOneAction() {
        List<String> done = new ArrayList<>();
        Debounce debounce = new Debounce(SHORT, () -> {
            done.add("action");
            Platform.exitNestedEventLoop(loop, null);
        });

        debounce.request();
        debounce.request();
        debounce.request();
        assertEquals(List.of(), done);
        var _ = Platform.enterNestedEventLoop(loop);

        assertEquals(List.of("action"), done);
        assertFalse(debounce.waiting());
    }

    @Test
    void whatWaitsCanBeDoneAtOnceOrNotAtAll() {
        Debounce debounce = new Debounce(SHORT, () -> count++);

        debounce.flush();
        assertEquals(0, count);
        debounce.request();
        debounce.flush();
        assertEquals(1, count);
        debounce.request();
        debounce.cancel();
        debounce.flush();
        assertEquals(1, count);
    }
}
