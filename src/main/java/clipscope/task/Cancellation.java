package clipscope.task;

/// Whether somebody no longer wants the result of a piece of work.
///
/// **Thread:** Thread-safe.
@FunctionalInterface
public interface Cancellation {

    /// Work that nobody can cancel.
    Cancellation NEVER = () -> false;

    /// {@return whether to stop; once true, it stays true}
    boolean requested();
}
