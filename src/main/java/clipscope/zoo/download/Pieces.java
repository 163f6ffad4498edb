package clipscope.zoo.download;

import clipscope.language.Texts;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer, piece by piece as it comes.
///
/// Unlike a stream of the JDK's, it is given up when nothing comes for a while, and when the work is
/// cancelled.
///
/// **Thread:** Filled by the client's threads, emptied by one other.
///
/// **Memory:** One piece is asked for at a time, so that a slow disk stops the sender.
final class Pieces implements BodySubscriber<Pieces>, AutoCloseable {

    private static final Texts TEXTS = Texts.beside(Pieces.class);

    private final BlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription; // set before the body is handed out

    private sealed interface Piece {

        record Data(List<ByteBuffer> buffers) implements Piece {}

        record End() implements Piece {}

        record Broken(Throwable cause) implements Piece {}
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        queue.add(new Piece.Data(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        queue.add(new Piece.Broken(cause));
    }

    @Override
    public void onComplete() {
        queue.add(new Piece.End());
    }

    @Override
    public CompletionStage<Pieces> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    /// {@return the next piece; empty at the end}
    ///
    /// @throws IOException if the connection broke, or nothing came for so long
    /// @throws java.util.concurrent.CancellationException if the work was cancelled
    Optional<List<ByteBuffer>> next(Duration silence, Cancellation cancelled) throws IOException {
        return switch (take(silence, cancelled)) {
            case Piece.Data(List<ByteBuffer> buffers) -> {
                request();
                yield Optional.of(buffers);
            }
            case Piece.End() -> Optional.empty();
            case Piece.Broken(Throwable cause) -> throw new IOException(String.valueOf(cause.getMessage()), cause);
        };
    }

    private Piece take(Duration silence, Cancellation cancelled) throws IOException {
        try {
            for (long left = silence.toMillis(); left > 0; left -= Patience.SLICE_MILLIS) {
                Patience.stopIf(cancelled);
                Piece piece = queue.poll(Math.min(left, Patience.SLICE_MILLIS), TimeUnit.MILLISECONDS);
                if (piece != null) {
                    return piece;
                }
            }
        } catch (InterruptedException _) {
            throw Patience.interrupted();
        }
        throw new HttpTimeoutException(TEXTS.get("silence", silence.toSeconds()));
    }

    private synchronized void request() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    /// Lets go of the connection, whatever is still to come.
    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
