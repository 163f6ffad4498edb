package clipscope.ui.train.course;

import clipscope.problem.Problem;
import clipscope.train.own.CourseEnd;

/// Where a training stands.
///
/// **Thread:** Immutable.
public sealed interface CourseContent {

    record Nothing() implements CourseContent {}

    /// Before the first step.
    ///
    /// @param words what is going on
    record Preparing(String words) implements CourseContent {}

    record Learning(boolean paused) implements CourseContent {}

    /// It was asked to end, and does so after its step.
    record Ending() implements CourseContent {}

    record Left(int step) implements CourseContent {}

    record Done(CourseEnd.Model model) implements CourseContent {}

    record Failed(Problem problem) implements CourseContent {}
}
