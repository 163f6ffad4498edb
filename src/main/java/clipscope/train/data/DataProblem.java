package clipscope.train.data;

import java.io.File;
import java.nio.file.Path;

/// Something about the data that a person should know before a training starts. The training goes on without
/// what cannot be used.
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

    /// {@return the problem in words, without a full stop}
    ///
    /// @param folder that names are told from
    default String words(Path folder) {
        return switch (this) {
            case Unreadable(Path _, String reason) -> reason.replace(folder + File.separator, "");
            case NoCaption(Path file) -> "%s has no caption".formatted(name(folder, file));
            case EmptyCaption(Path file) -> "%s has an empty caption".formatted(name(folder, file));
            case NoPicture(Path table, String name) ->
                "%s names “%s”, which is not there".formatted(name(folder, table), name);
            case Duplicate(Path file, Path first) ->
                "%s is the same picture as %s; they count as one".formatted(name(folder, file), name(folder, first));
            case OnePicture(String label) -> "“%s” has one picture, too few to examine it".formatted(label);
            case LongCaption(Path file, int dropped) ->
                "a caption of %s is %d tokens too long; its end is not read".formatted(name(folder, file), dropped);
        };
    }

    private static String name(Path folder, Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }
}
