package clipscope.train.own;

import java.nio.file.Path;

/// How a training ended that did not fail.
///
/// **Thread:** Immutable.
public sealed interface CourseEnd {

    /// There is a model.
    ///
    /// @param step it is of
    /// @param before how the start did
    /// @param best how the model does
    record Model(Path folder, int step, Retrieval before, Retrieval best) implements CourseEnd {}

    /// It was left, to go on another time.
    ///
    /// @param step the last that is done
    record Left(int step) implements CourseEnd {}
}
