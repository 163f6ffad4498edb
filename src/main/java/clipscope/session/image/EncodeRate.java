package clipscope.session.image;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many images a second the vision tower encoded in the last batches. Reading the files is not in it.
///
/// **Thread:** Confined to the owner's thread.
final class EncodeRate {

    private static final int BATCHES = 8; // steady, and yet soon right after the batch size has grown

    private final Deque<Batch> last = new ArrayDeque<>();

    private record Batch(int images, long nanos) {}

    void took(int images, long nanos) {
        last.add(new Batch(images, nanos));
        if (last.size() > BATCHES) {
            last.removeFirst();
        }
    }

    void clear() {
        last.clear();
    }

    /// {@return images a second, 0 before the first batch}
    double perSecond() {
        long images = last.stream().mapToLong(Batch::images).sum();
        long nanos = last.stream().mapToLong(Batch::nanos).sum();
        return nanos <= 0 ? 0 : images * 1e9 / nanos;
    }
}
