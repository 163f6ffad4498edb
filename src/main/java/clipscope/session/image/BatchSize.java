package clipscope.session.image;

/// How many images to encode at a time, so that a batch takes about [#TARGET_NANOS].
///
/// Whoever types while a thousand images are being encoded waits for one batch at most: a batch of 32 of a
/// large model would make them wait for seconds.
///
/// **Thread:** Confined to the owner's thread.
final class BatchSize {

    /// More does not pay: on a CPU, throughput is level from 8 on.
    static final int MAX = 32;

    private static final long TARGET_NANOS = 120_000_000; // leaves room within the 300 ms that typing may take

    private int next = 2; // the first batch is slow for reasons of its own; it must not be a large one

    int next() {
        return next;
    }

    /// Learns from a batch that went through. Growth is at most two-fold, so that one lucky measurement
    /// does no harm.
    void took(int images, long nanos) {
        next = Math.clamp(TARGET_NANOS * images / Math.max(nanos, 1), 1, Math.min(MAX, 2 * next));
    }

    /// Learns that a batch of that many failed.
    void failed(int images) {
        next = Math.max(1, images / 2);
    }
}
