package clipscope.cli.gpu;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ProgressLine;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.problem.ByteText;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.zoo.download.JobWatch;
import clipscope.zoo.graphics.GraphicsBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clipscope gpu`: the build of PyTorch for graphics cards, which ClipScope does not bring.
@Command(
        name = "gpu",
        description = {
            "Fetches the build of PyTorch for NVIDIA's graphics cards into a folder of ClipScope's own, and removes it.",
            "ClipScope itself brings the build for processors."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommandsRepeatable = false)
public final class GpuCommand {

    private final CommandSetup setup;
    private final CommandIo io;

    public GpuCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Command(
            name = "status",
            description = "Says whether it is here, and used by programs that start from now on. Asks no server.",
            mixinStandardHelpOptions = true)
    int status() throws ProblemException {
        GraphicsBuild build = build();
        io.results()
                .println(
                        switch (build.state()) {
                            case ABSENT ->
                                "%s: not here".formatted(build.release().words());
                            case READY ->
                                "%s: in %s, used from the next start on"
                                        .formatted(build.release().words(), build.folder());
                            case DID_NOT_START ->
                                "%s: in %s, but the engine did not start with it, so it is not used"
                                        .formatted(build.release().words(), build.folder());
                        });
        return ExitStatus.DONE;
    }

    @Command(
            name = "get",
            description = "Fetches it: several gigabytes. Goes on where it stopped.",
            mixinStandardHelpOptions = true)
    int get(@Option(names = "--size", description = "Asks the server for its size alone.") boolean size)
            throws ProblemException {
        GraphicsBuild build = build();
        JobBoard board = new JobBoard(System::nanoTime);
        Job job = board.startFetching(build.release().words(), () -> {});
        ProgressLine progress = new ProgressLine(io, board);
        JobWatch watch = new JobWatch(job, _ -> progress.update(), progress::update);
        try {
            if (size) {
                io.results().println(ByteText.of(build.size(watch, Cancellation.NEVER)));
                return ExitStatus.DONE;
            }
            build.fetch(watch, Cancellation.NEVER);
        } finally {
            progress.clear();
        }
        return status();
    }

    @Command(
            name = "again",
            description = "Has the next start try it, after one at which the engine did not come up.",
            mixinStandardHelpOptions = true)
    int again() throws ProblemException {
        build().tryAgain();
        return status();
    }

    @Command(name = "remove", description = "Deletes it.", mixinStandardHelpOptions = true)
    int remove() throws ProblemException {
        io.note("%s freed".formatted(ByteText.of(build().remove())));
        return ExitStatus.DONE;
    }

    private GraphicsBuild build() throws ProblemException {
        return setup.graphicsBuild()
                .orElseThrow(() -> new ProblemException(
                        new Problem.DeviceUnavailable("CUDA", "there is no build of it for this system")));
    }
}
