package clipscope.problem;

import clipscope.language.Texts;
import clipscope.problem.Problem.WrongSettings.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A [Problem] in words: what happened, to which file, what to do.
///
/// The window and the command line say the same, each in its language. Reasons stay as they came, in English.
public final class ProblemText {

    private static final Texts TEXTS = Texts.beside(ProblemText.class);

    /// Signs that would move or colour what a terminal or a window shows, or turn the order of the letters.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");

    private static final int LONGEST = 400; // characters of a reason, which may quote a file from outside

    private ProblemText() {}

    /// {@return one or two sentences for a person, in one line}
    public static String of(Problem problem) {
        return UNSEEN.matcher(words(problem)).replaceAll("\ufffd");
    }

    private static String brief(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    }

    private static String words(Problem problem) {
        return switch (problem) {
            case Problem.MissingFile(Path file) -> TEXTS.get("missing.file", file);
            case Problem.UnreadableFile(Path file, String reason) -> TEXTS.get("unreadable.file", file, brief(reason));
            case Problem.UnreadableImage(String source, String reason) ->
                TEXTS.get("unreadable.image", source, brief(reason));
            case Problem.ImageTooLarge(String source, int width, int height, int limit) ->
                TEXTS.get("image.large", source, width, height, limit);
            case Problem.NotAModel(Path location, String reason) -> TEXTS.get("model.none", location, brief(reason));
            case Problem.UnsupportedModel(Path location, String part) ->
                TEXTS.get("model.unsupported", location, brief(part));
            case Problem.MissingTokenizer(Path location) -> TEXTS.get("tokenizer.missing", location);
            case Problem.BadModelFile(Path file, String reason) -> TEXTS.get("model.file", file, brief(reason));
            case Problem.ModelChanged(Path file, boolean gone) ->
                gone ? TEXTS.get("model.gone", file) : TEXTS.get("model.changed", file);
            case Problem.NotANumber(String model, String where) -> TEXTS.get("nan", model, where);
            case Problem.NoDirection(String model, String where) -> TEXTS.get("nothing", model, where);
            case Problem.LossNotANumber(int step, int lastGood) -> TEXTS.get("loss", step, lastGood);
            case Problem.EngineUnavailable(String reason) -> TEXTS.get("engine", reason);
            case Problem.DeviceUnavailable(String device, String reason) -> TEXTS.get("device", device, reason);
            case Problem.OutOfMemory(String step) ->
                step.isEmpty() ? TEXTS.get("memory") : TEXTS.get("memory.step", step);
            case Problem.UnwritableFile(Path file, String reason) -> TEXTS.get("unwritable", file, reason);
            case Problem.DownloadRefused(String what, String host, int status) -> refused(what, host, status);
            case Problem.NoConnection(String host, String reason) -> TEXTS.get("connection", host, reason);
            case Problem.BadDownload(String what, String reason) -> TEXTS.get("download.bad", what, reason);
            case Problem.NoSpace(Path folder, long needed, long free) ->
                TEXTS.get("space", folder, ByteText.of(free), ByteText.of(needed));
            case Problem.BadInput(String input, String reason) -> TEXTS.get("input", input, reason);
            case Problem.BrokenSettings(Path file, String reason, Path keptAs) ->
                TEXTS.get("settings.broken", file, reason, keptAs.getFileName());
            case Problem.WrongSettings(Path file, List<Value> values) ->
                TEXTS.get(
                        "settings.wrong",
                        file,
                        values.stream().map(ProblemText::wrong).collect(Collectors.joining("; ")));
            case Problem.UnknownSettings(Path file, List<String> names) ->
                TEXTS.get("settings.unknown", file, String.join(", ", names));
            case Problem.Crashed(String signal, String part, Path report) -> TEXTS.get("crashed", signal, part, report);
            case Problem.Unexpected(Throwable cause) -> TEXTS.get("unexpected", code(cause));
        };
    }

    private static String wrong(Value value) {
        return value.used().isEmpty()
                ? TEXTS.get("setting.wrong.none", value.name(), value.found())
                : TEXTS.get("setting.wrong", value.name(), value.found(), value.used());
    }

    private static String refused(String what, String host, int status) {
        return switch (status) {
            case 401 -> TEXTS.get("refused.private", host, what);
            case 403 -> TEXTS.get("refused.terms", host, what);
            case 404, 410 -> TEXTS.get("refused.missing", what, host);
            default -> TEXTS.get("refused", host, what, Integer.toString(status));
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
