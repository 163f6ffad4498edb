package clipscope.session.image;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many images a second the image tower encoded in the last batches. Reading the files is not in it.
///
/// The first batch of a model is not counted: it pays for what the network sets up once.
///
/// **Thread:** Confined to the owner's thread.
final class EncodeRate {

    private static final int BATCHES = 8; // steady, and yet soon right after the batch size has grown

    private final Deque<Batch> last = new ArrayDeque<>();

    private boolean started;

    private record Batch(int images, long nanos) {}

    void took(int images, long nanos) {
        if (started) {
            last.add(new Batch(images, nanos));
        }
        started = true;
        if (last.size() > BATCHES) {
            last.removeFirst();
        }
    }

    void clear() {
        last.clear();
        started = false;
    }

    /// {@return images a second, 0 before the second batch}
    double perSecond() {
        long images = last.stream().mapToLong(Batch::images).sum();
        long nanos = last.stream().mapToLong(Batch::nanos).sum();
        return nanos <= 0 ? 0 : images * 1e9 / nanos;
    }
}
