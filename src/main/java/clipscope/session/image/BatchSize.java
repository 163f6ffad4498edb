package clipscope.session.image;

import java.util.OptionalInt;

/// How many images to encode at a time, so that a batch takes about [#TARGET_NANOS].
///
/// Whoever types while a thousand images are being encoded waits for one batch at most: a batch of 32 of a
/// large model would make them wait for seconds. Whoever chooses a number wants that one.
///
/// **Thread:** Confined to the owner's thread.
final class BatchSize {

    /// More does not pay: on a CPU, throughput is level from 8 on.
    static final int MAX = 32;

    private static final long TARGET_NANOS = 120_000_000; // leaves room within the 300 ms that typing may take

    private int next = 2; // the first batch is slow for reasons of its own; it must not be a large one
    private OptionalInt chosen = OptionalInt.empty();
    private int most = Integer.MAX_VALUE; // of a number chosen: more of them failed

    int next() {
        return chosen.isPresent() ? Math.min(chosen.getAsInt(), most) : next;
    }

    /// Takes that many from now on; empty for as many as suit.
    void choose(OptionalInt images) {
        chosen = images;
        most = Integer.MAX_VALUE;
    }

    /// Learns from a batch that went through. Growth is at most two-fold, so that one lucky measurement
    /// does no harm.
    void took(int images, long nanos) {
        next = Math.clamp(TARGET_NANOS * images / Math.max(nanos, 1), 1, Math.min(MAX, 2 * next));
    }

    /// Learns that a batch of that many failed.
    void failed(int images) {
        next = Math.max(1, images / 2);
        most = next;
    }
}
