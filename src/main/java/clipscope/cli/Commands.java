package clipscope.cli;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.DesktopStart;
import clipscope.cli.desk.WindowRequest;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.problem.Problem;
import java.util.Optional;

/// The command line: takes the arguments to a command and its end to an exit status.
public final class Commands {

    private final CommandSetup setup;
    private final CommandIo io;

    public Commands(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    /// Runs what the arguments ask for.
    ///
    /// @return the exit status
    public int run(String... arguments) {
        Optional<WindowRequest> desktop = DesktopStart.of(arguments);
        int status =
                desktop.isPresent() ? open(desktop.get()) : new Arguments(setup, io).execute(this::fail, arguments);
        boolean lost = io.results().checkError(); // which flushes, too
        if (lost) {
            io.note("not all results could be written: is the disk full?");
        }
        io.notes().flush();
        return lost ? Math.max(status, ExitStatus.UNUSABLE) : status;
    }

    private int open(WindowRequest request) {
        try {
            return setup.openWindow(request);
        } catch (RuntimeException e) {
            return fail(e);
        }
    }

    private int fail(Exception exception) {
        Problem problem = Problem.of(exception);
        io.note(problem);
        if (problem instanceof Problem.Unexpected(Throwable cause)) {
            cause.printStackTrace(io.notes()); // the report that a person can send us
            return ExitStatus.DEFECT;
        }
        return ExitStatus.UNUSABLE;
    }
}
