package clipscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class InferenceThreadTest {

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    private InferenceThread busyUntilTheGateOpens() {
        InferenceThread thread =
                new InferenceThread(work -> Thread.ofPlatform().daemon().unstarted(work));
        CountDownLatch started = new CountDownLatch(1);
        thread.bulk().execute(() -> {
            started.countDown();
            await(gate);
        });
        await(started);
        return thread;
    }

    @Test
    void whatAPersonWaitsForGoesBeforeBulkWorkThatCameEarlier() {
        try (InferenceThread thread = busyUntilTheGateOpens()) {
            CountDownLatch done = new CountDownLatch(3);
            for (String name : List.of("batch 1", "batch 2")) {
                thread.bulk().execute(() -> run(name, done));
            }
            thread.soon().execute(() -> run("text", done));
            gate.countDown();
            await(done);

            assertEquals(List.of("text", "batch 1", "batch 2"), ran);
        }
    }

    @Test
    void closingDropsWhatWaitsLetsTheBatchEndAndReleasesLast() {
        InferenceThread thread = busyUntilTheGateOpens();
        CountDownLatch released = new CountDownLatch(1);
        thread.bulk().execute(() -> ran.add("never"));

        assertFalse(thread.closeAfter(released::countDown, 0), "the batch is still running");
        assertThrows(RejectedExecutionException.class, () -> thread.soon().execute(() -> ran.add("too late")));
        gate.countDown();
        await(released);

        assertEquals(List.of(), ran);
    }

    private void run(String name, CountDownLatch done) {
        ran.add(name);
        done.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
