package clipscope.cli.desk;

import picocli.CommandLine.Option;

/// How the window starts.
///
/// **Thread:** Immutable once the command line has been read.
public final class WindowStart {

    @Option(
            names = "--new-window",
            description = "Open another window even if there is one. Otherwise that one opens the images.")
    private boolean newWindow;

    @Option(
            names = "--timings",
            description =
                    "Write to standard error how long the start took: to the window, the model, the first result.")
    private boolean timings;

    /// For who makes or measures the program: takes the first experiment, waits for its first result, closes.
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearsal;

    /// {@return a start whose times are written}
    static WindowStart timed() {
        WindowStart start = new WindowStart();
        start.timings = true;
        return start;
    }

    /// {@return whether it is to be a window of its own}
    public boolean ownWindow() {
        return newWindow || timings || rehearsal;
    }

    /// {@return whether the times of the start are written}
    public boolean timings() {
        return timings;
    }

    /// {@return whether the window closes by itself after a first result}
    public boolean rehearsal() {
        return rehearsal;
    }
}
