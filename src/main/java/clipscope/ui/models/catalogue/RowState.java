package clipscope.ui.models.catalogue;

import clipscope.problem.Problem;
import clipscope.task.Progress;
import java.nio.file.Path;

/// What can be done with a model of the list: exactly one of these at any time.
///
/// **Thread:** Immutable.
public sealed interface RowState {

    /// It is the model in use.
    record InUse() implements RowState {}

    /// It is on this machine, and can be opened.
    ///
    /// @param where in a few words: "copied", "in Hugging Face's cache"
    /// @param removable whether it can be taken off the list
    /// @param frees bytes, if it is removed
    record Here(Path location, String where, boolean removable, long frees) implements RowState {}

    /// It is on the list, but not as it was.
    ///
    /// @param fault in a few words: "changed since it came"
    record Spoilt(String fault, boolean downloadable) implements RowState {}

    /// It can be downloaded.
    ///
    /// @param own whether the person added it, and can take it off again
    record Absent(boolean own) implements RowState {}

    /// It comes.
    ///
    /// @param step what is being done now
    record Coming(Progress progress, String step) implements RowState {}

    /// All has come, and is being tested.
    record Testing(String step) implements RowState {}

    /// Some of it has come, and nobody is at it.
    record Paused() implements RowState {}

    /// It did not come, or is not what it should be.
    record Failed(Problem problem) implements RowState {}
}
