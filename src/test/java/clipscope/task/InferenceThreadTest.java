package clipscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /// A batch that came behind the release would compute with a model that is closed. Others hand in work
    /// all the while; each closing is another chance to slip in.
    @Test
    void nothingSlipsInBehindTheRelease() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            InferenceThread thread =
                    new InferenceThread(work -> Thread.ofPlatform().daemon().unstarted(work));
            AtomicBoolean released = new AtomicBoolean();
            AtomicBoolean late = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(1);
            Thread other = Thread.ofPlatform()
                    .daemon()
                    .start(() -> handIn(thread, () -> {
                        begun.countDown();
                        if (released.get()) {
                            late.set(true);
                        }
                    }));
            await(begun);

            thread.closeAfter(() -> released.set(true), 10_000);
            other.join();

            assertTrue(released.get());
            assertFalse(late.get(), "closing " + i);
        }
    }

    private static void handIn(InferenceThread thread, Runnable batch) {
        try {
            while (true) {
                thread.bulk().execute(batch);
            }
        } catch (RejectedExecutionException _) {
            // it is closed
        }
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
