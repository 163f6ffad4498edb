package clipscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final long SECOND = 1_000_000_000L;

    private long now = 0;
    private final JobBoard board = new JobBoard(() -> now);

    @Test
    void theRateIsWhatWasDoneInTheTimeItTook() {
        Job job = board.start("Encoding", () -> {});
        job.expect(100);
        now = SECOND;
        job.advance(10);
        now = 2 * SECOND;
        job.advance(10);

        assertEquals(new Progress(20, 100, 10), job.progress());
        assertEquals(Optional.of(Duration.ofSeconds(8)), job.progress().timeLeft(), "80 left at 10 a second");
    }

    @Test
    void theRateForgetsWhatIsLongAgo() {
        Job job = board.start("Encoding", () -> {});
        job.expect(1_000);
        now = SECOND;
        job.advance(500);
        for (int second = 2; second <= 20; second++) {
            now = second * SECOND;
            job.advance(1);
        }

        assertEquals(1, job.progress().perSecond(), 0.01);
    }

    @Test
    void withoutAnythingDoneThereIsNoRateAndNoTimeLeft() {
        Job job = board.start("Encoding", () -> {});
        job.expect(5);
        now = SECOND;

        assertEquals(new Progress(0, 5, 0), job.progress());
        assertEquals(Optional.empty(), job.progress().timeLeft());
        assertEquals(0, job.progress().fraction());
    }

    @Test
    void theBoardShowsJobsUntilTheyAreFinished() {
        Job first = board.start("Looking", () -> {});
        Job second = board.start("Encoding", () -> {});
        board.finish(first);

        assertEquals(List.of(second), board.running());
    }

    @Test
    void stoppingCallsWhoDoesTheWork() {
        AtomicInteger stopped = new AtomicInteger();
        Job encoding = board.start("Encoding", stopped::incrementAndGet);
        Job fetching = board.startFetching("Downloading", stopped::incrementAndGet);
        encoding.stop();
        fetching.stop();

        assertEquals(2, stopped.get());
        assertEquals(List.of(Job.Stop.CANCEL, Job.Stop.PAUSE), List.of(encoding.stopping(), fetching.stopping()));
    }
}
