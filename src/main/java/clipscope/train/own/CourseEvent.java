package clipscope.train.own;

import clipscope.embedding.FloatMatrix;
import clipscope.train.data.PairData;
import clipscope.train.run.Progress;

/// What a training tells while it runs, on its own thread.
///
/// **Thread:** Immutable.
public sealed interface CourseEvent {

    /// Pictures are being opened.
    record Reading(int done, int all) implements CourseEvent {}

    /// What is learned from, and how large the model is.
    ///
    /// @param learned how many numbers change, of all
    record Prepared(PairData data, long learned, long parameters) implements CourseEvent {}

    /// It goes on from a checkpoint.
    record Resumed(int step) implements CourseEvent {}

    /// A few steps more are done.
    record Learned(Progress progress) implements CourseEvent {}

    /// The held-out pictures were asked for.
    ///
    /// @param step 0 before the first
    /// @param best whether no earlier one was better
    /// @param cosines **Shape:** `(n, n)`, of the same few pictures and captions each time
    record Examined(int step, Retrieval retrieval, boolean best, FloatMatrix cosines) implements CourseEvent {}
}
