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
    void theRateOfSlowThingsIsTheSameBetweenThem() {
        Job job = board.start("Encoding", () -> {});
        job.expect(100);
        for (int third = 1; third <= 5; third++) {
            now = 3L * third * SECOND;
            job.advance(1);
        }

        assertEquals(1 / 3.0, job.progress().perSecond(), 1e-9, "one has just come");
        now += 29 * SECOND / 10;
        assertEquals(1 / 3.0, job.progress().perSecond(), 1e-9, "one is about to come");
        now += 30 * SECOND;
        assertEquals(5 / (15 + 29.9), job.progress().perSecond(), 1e-9, "five in 44.9 seconds: one is overdue");
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
