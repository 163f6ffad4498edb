package clipscope.train.own;

import clipscope.embedding.FloatMatrix;
import clipscope.train.data.PairData;
import clipscope.train.run.Progress;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

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
    ///
    /// @param losses of the reports until then, by their steps
    /// @param examined until then, by step; the best of them is that of `bestStep`
    record Resumed(int step, Map<Integer, Double> losses, Map<Integer, Retrieval> examined, int bestStep)
            implements CourseEvent {

        public Resumed {
            losses = Collections.unmodifiableMap(new TreeMap<>(losses)); // in the order of the steps
            examined = Collections.unmodifiableMap(new TreeMap<>(examined));
        }
    }

    /// A few steps more are done.
    record Learned(Progress progress) implements CourseEvent {}

    /// The held-out pictures were asked for.
    ///
    /// @param step 0 before the first
    /// @param best whether no earlier one was better
    /// @param cosines **Shape:** `(n, n)`, of the same few pictures and captions each time
    record Examined(int step, Retrieval retrieval, boolean best, FloatMatrix cosines) implements CourseEvent {}
}
