package clipscope.task;

/// How a piece of background work ended.
///
/// Sealed, so that a caller's `switch` cannot leave out the failure.
///
/// **Thread:** Immutable.
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Failed<T>(Throwable cause) implements Outcome<T> {}
}
