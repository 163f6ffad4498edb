package clipscope.problem;

import clipscope.problem.Problem.WrongSettings.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A [Problem] in words: what happened, to which file, what to do.
///
/// The window and the command line say the same.
public final class ProblemText {

    private ProblemText() {}

    /// {@return one or two sentences for a person}
    public static String of(Problem problem) {
        return switch (problem) {
            case Problem.MissingFile(Path file) -> "There is no file or folder " + file + ". Check the name.";
            case Problem.UnreadableFile(Path file, String reason) -> "%s cannot be opened: %s.".formatted(file, reason);
            case Problem.UnreadableImage(String source, String reason) -> "%s: %s.".formatted(source, reason);
            case Problem.ImageTooLarge(String source, int width, int height, int limit) ->
                "%s has %,d × %,d pixels, more than the limit of %,d megapixels. Raise the limit in the settings, or make the picture smaller."
                        .formatted(source, width, height, limit);
            case Problem.NotAModel(Path location, String reason) ->
                "%s is no CLIP model: %s. Choose a folder in the layout of Hugging Face or open_clip, or one of OpenAI's .pt files."
                        .formatted(location, reason);
            case Problem.UnsupportedModel(Path location, String part) ->
                "%s is a model that ClipScope does not run: %s.".formatted(location, part);
            case Problem.MissingTokenizer(Path location) ->
                "%s came without a tokenizer, so it cannot read texts. Put the merges.txt of a CLIP model, or OpenAI's bpe_simple_vocab_16e6.txt.gz, beside it and open it again."
                        .formatted(location);
            case Problem.BadModelFile(Path file, String reason) ->
                "%s is damaged or is not what it should be: %s. Download it again.".formatted(file, reason);
            case Problem.ModelChanged(Path file, boolean gone) ->
                gone
                        ? "The model in use is no longer where it was: %s is gone. It computes on until it is closed."
                                .formatted(file)
                        : "The model in use has changed on disk: %s is another file now. Open it again."
                                .formatted(file);
            case Problem.NotANumber(String model, String where) ->
                "%s gave a result that is not a number (%s). Try another precision.".formatted(model, where);
            case Problem.LossNotANumber(int step, int lastGood) ->
                "The loss is not a number at step %,d. %s Train with a lower learning rate, or in fp32."
                        .formatted(
                                step,
                                lastGood == 0
                                        ? "There is no checkpoint yet."
                                        : "The last good checkpoint is that of step %,d.".formatted(lastGood));
            case Problem.EngineUnavailable(String reason) -> "The engine cannot start: %s.".formatted(reason);
            case Problem.DeviceUnavailable(String device, String reason) ->
                "This machine cannot compute on %s: %s. Leave the device to ClipScope, or choose cpu."
                        .formatted(device, reason);
            case Problem.OutOfMemory(String step) ->
                "There is not enough memory%s. Close other programs, or remove large pictures."
                        .formatted(step.isEmpty() ? "" : " for " + step);
            case Problem.UnwritableFile(Path file, String reason) ->
                "%s cannot be written: %s. Choose another place.".formatted(file, reason);
            case Problem.DownloadRefused(String what, String host, int status) -> refused(what, host, status);
            case Problem.NoConnection(String host, String reason) ->
                "%s does not answer as it should: %s. Nothing is lost: try again, and what has come is kept."
                        .formatted(host, reason);
            case Problem.BadDownload(String what, String reason) ->
                "%s is not what it should be: %s. Nothing of it was kept as a model.".formatted(what, reason);
            case Problem.NoSpace(Path folder, long needed, long free) ->
                "%s has %s free, and %s are needed. Make room, and try again."
                        .formatted(folder, ByteText.of(free), ByteText.of(needed));
            case Problem.BadInput(String input, String reason) -> "“%s”: %s.".formatted(input, reason);
            case Problem.BrokenSettings(Path file, String reason, Path keptAs) ->
                "The settings could not be read (%s: %s). It was kept as %s, and ClipScope starts with defaults."
                        .formatted(file, reason, keptAs.getFileName());
            case Problem.WrongSettings(Path file, List<Value> values) ->
                "In %s, %s."
                        .formatted(file, values.stream().map(ProblemText::wrong).collect(Collectors.joining("; ")));
            case Problem.Unexpected(Throwable cause) ->
                "Something went wrong in ClipScope itself (%s).".formatted(code(cause));
        };
    }

    private static String wrong(Value value) {
        return "%s cannot be “%s”, so %s is used"
                .formatted(value.name(), value.found(), value.used().isEmpty() ? "none" : value.used());
    }

    private static String refused(String what, String host, int status) {
        return switch (status) {
            case 401 ->
                "%s does not give %s to everybody: it is private or gated, or there is none of that name. Ask for access on its page, and set HF_TOKEN to your token."
                        .formatted(host, what);
            case 403 ->
                "%s does not let you have %s. Accept its terms on its page, with the account of your token, and try again."
                        .formatted(host, what);
            case 404, 410 -> "There is no %s on %s. Check the name.".formatted(what, host);
            default -> "%s refused %s (status %d). Try again later.".formatted(host, what, status);
        };
    }

    /// {@return a short code for a defect of ours: the same for the same place in the code, so that reports
    /// can be told apart}
    public static String code(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String place = trace.length == 0
                ? ""
                : trace[0].getClassName() + "." + trace[0].getMethodName() + ":" + trace[0].getLineNumber();
        int hash = (cause.getClass().getName() + place).hashCode();
        return "E-" + Integer.toHexString(hash).toUpperCase(Locale.ROOT);
    }
}
