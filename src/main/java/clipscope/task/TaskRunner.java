package clipscope.task;

import java.util.function.Consumer;

/// Runs work off the calling thread and brings its one outcome back to the owner's thread.
///
/// In the window the owner is the JavaFX thread, on the command line the main thread, in tests the test's
/// own.
public interface TaskRunner {

    /// Starts the work.
    ///
    /// @param onDone called exactly once on the owner's thread, or never once [Handle#cancel()] has
    ///     returned there
    <T> Handle submit(Work<T> work, Consumer<? super Outcome<T>> onDone);

    /// Work to be done on a thread of the runner's.
    @FunctionalInterface
    interface Work<T> {

        /// Does the work.
        ///
        /// @param cancelled polled between batches; work that sees `true` may return early with any value
        T run(Cancellation cancelled) throws Exception;
    }

    /// Holds on to work that was started.
    @FunctionalInterface
    interface Handle {

        /// What a field holds before anything was started.
        Handle NONE = () -> {};

        /// Drops the work. Harmless when it has ended.
        void cancel();
    }
}
