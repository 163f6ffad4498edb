package clipscope.problem;

import java.nio.file.Path;
import java.util.List;

/// What went wrong, in terms of what the person did.
///
/// Holds facts, never sentences: `problem.ProblemText` words them for the window and the command line
/// alike.
///
/// **Thread:** Immutable.
public sealed interface Problem {

    /// No file or folder is there.
    record MissingFile(Path file) implements Problem {}

    /// The file is there, but the system does not let us read it.
    record UnreadableFile(Path file, String reason) implements Problem {}

    /// The bytes are no picture of a kind we read, or a damaged one.
    ///
    /// @param source the file's path, or what else the picture came from
    /// @param reason the fault, in a few words without a full stop: "the file is empty"
    record UnreadableImage(String source, String reason) implements Problem {}

    /// The picture says that it has more pixels than the limit of the settings.
    record ImageTooLarge(String source, int width, int height, int limitMegapixels) implements Problem {}

    /// The folder or file is no model in a layout we know.
    ///
    /// @param reason what was looked for and not found
    record NotAModel(Path location, String reason) implements Problem {}

    /// A model of a kind that we name but do not support.
    ///
    /// @param part the part that is not supported: "text tower of type bert"
    record UnsupportedModel(Path location, String part) implements Problem {}

    /// The model came without its tokenizer: it takes pictures, but no texts.
    record MissingTokenizer(Path location) implements Problem {}

    /// A file of a model is damaged, contradicts the configuration, or lies about itself.
    record BadModelFile(Path file, String reason) implements Problem {}

    /// A file of the model in use is not what it was when the model was opened.
    ///
    /// @param gone whether it is no longer there
    record ModelChanged(Path file, boolean gone) implements Problem {}

    /// The model gave NaN or infinity.
    ///
    /// @param where what it was computing, and in which precision
    record NotANumber(String model, String where) implements Problem {}

    /// The model gave an embedding of length 0.
    ///
    /// @param where what it was computing, and in which precision
    record NoDirection(String model, String where) implements Problem {}

    /// The loss of a training became NaN or infinity.
    ///
    /// @param lastGood the step of the last checkpoint, 0 if there is none
    record LossNotANumber(int step, int lastGood) implements Problem {}

    /// The native engine could not be started on this machine.
    record EngineUnavailable(String reason) implements Problem {}

    /// A device was asked for that this machine, or the engine on it, does not have.
    ///
    /// @param device its name: "cuda"
    /// @param reason what the engine says
    record DeviceUnavailable(String device, String reason) implements Problem {}

    /// There was not enough memory for a step.
    record OutOfMemory(String step) implements Problem {}

    /// Something could not be written.
    record UnwritableFile(Path file, String reason) implements Problem {}

    /// A server will not give what was asked for, however often it is asked.
    ///
    /// @param what the repository or the address
    /// @param status of HTTP: 401, 403, 404
    record DownloadRefused(String what, String host, int status) implements Problem {}

    /// A server cannot be reached, or breaks off again and again.
    record NoConnection(String host, String reason) implements Problem {}

    /// A server gives something else than was promised.
    record BadDownload(String what, String reason) implements Problem {}

    /// A download does not fit on the disk.
    ///
    /// @param needed bytes that are still to come
    /// @param free bytes that may be written
    record NoSpace(Path folder, long needed, long free) implements Problem {}

    /// An input of the person's that cannot be used as it is.
    ///
    /// @param input what was given
    /// @param reason why not, and what would do
    record BadInput(String input, String reason) implements Problem {}

    /// The file of the settings is no such file. It was moved aside, and defaults are used.
    record BrokenSettings(Path file, String reason, Path keptAs) implements Problem {}

    /// Values in the file of the settings make no sense. Others are used in their place.
    record WrongSettings(Path file, List<Value> values) implements Problem {

        public WrongSettings {
            values = List.copyOf(values);
        }

        /// One of them.
        ///
        /// @param name `window.theme`
        public record Value(String name, String found, String used) {}
    }

    /// Names in the file of the settings mean nothing: a slip, or a setting of another version.
    record UnknownSettings(Path file, List<String> names) implements Problem {

        public UnknownSettings {
            names = List.copyOf(names);
        }
    }

    /// The system ended the program the last time it ran.
    ///
    /// @param signal what the system said: "SIGSEGV"
    /// @param part the library it happened in
    /// @param report what is known of it
    record Crashed(String signal, String part, Path report) implements Problem {}

    /// A defect of ours. Shown with its stack trace and a "Copy report" button.
    record Unexpected(Throwable cause) implements Problem {}

    /// {@return the problem a throwable stands for}
    static Problem of(Throwable t) {
        return switch (t) {
            case ProblemException known -> known.problem();
            case OutOfMemoryError _ -> new OutOfMemory("");
            default -> new Unexpected(t);
        };
    }
}
