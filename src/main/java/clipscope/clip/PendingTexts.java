package clipscope.clip;

import clipscope.clip.layout.ModelPlan;
import clipscope.problem.ProblemException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// A model's pieces, read while its pictures are already encoded.
///
/// Reading them takes longer than all the rest of opening a model. A fault in them is told where a text is
/// first needed; pictures work without.
///
/// **Thread:** Thread-safe.
final class PendingTexts implements AutoCloseable {

    private final FutureTask<TextReader> reading;

    private PendingTexts(FutureTask<TextReader> reading) {
        this.reading = reading;
    }

    /// Starts to read. Not on the engine's thread, which has other things to do meanwhile.
    static PendingTexts of(ModelPlan plan) {
        FutureTask<TextReader> reading = new FutureTask<>(() -> TextReader.open(
                plan.identity().location(), plan.tokenizer(), plan.network().text()));
        ExecutorService beside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("clipscope-pieces").factory());
        beside.execute(reading);
        beside.shutdown(); // its thread ends with the task
        return new PendingTexts(reading);
    }

    /// {@return the pieces, once they are read}
    ///
    /// @throws ProblemException if they cannot be read or do not belong to the model
    TextReader get() throws ProblemException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reading.get();
                } catch (InterruptedException _) {
                    interrupted = true; // whoever wants to stop does so at the next batch
                }
            }
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// {@return what the reading ended with, where it is a problem; all else is a defect and thrown as it is}
    private static ProblemException problem(@Nullable Throwable failure) {
        return switch (failure) {
            case ProblemException known -> new ProblemException(known.problem(), known);
            case RuntimeException defect -> throw defect;
            case Error defect -> throw defect;
            case null, default -> throw new IllegalStateException(failure); // reading declares no other
        };
    }

    @Override
    public void close() {
        try {
            get().close();
        } catch (ProblemException _) {
            // nothing was opened
        }
    }
}
