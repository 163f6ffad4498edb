package clipscope.train.data;

import java.nio.file.Path;

/// Something about the data that a person should know before a training starts. The training goes on without
/// what cannot be used. Facts alone: [DataProblemText] words them.
///
/// **Thread:** Immutable.
public sealed interface DataProblem {

    /// A picture that cannot be opened; it is left out.
    ///
    /// @param reason in words
    record Unreadable(Path file, String reason) implements DataProblem {}

    /// A picture without a caption; it is left out.
    record NoCaption(Path file) implements DataProblem {}

    /// A caption without a word in it; it is left out.
    record EmptyCaption(Path file) implements DataProblem {}

    /// A line of a table whose picture is not there.
    record NoPicture(Path table, String name) implements DataProblem {}

    /// A picture that has the very pixels of another; the two count as one, with the captions of both.
    record Duplicate(Path file, Path first) implements DataProblem {}

    /// A label that a single picture shows: it is learned, but cannot be examined.
    record OnePicture(String label) implements DataProblem {}

    /// A caption that is longer than a model reads; its end is not seen.
    ///
    /// @param dropped how many tokens are cut off
    record LongCaption(Path file, int dropped) implements DataProblem {}
}
