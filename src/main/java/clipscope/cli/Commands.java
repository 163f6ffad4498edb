package clipscope.cli;

import clipscope.cli.bench.BenchCommand;
import clipscope.cli.classify.ClassifyCommand;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.doctor.DoctorCommand;
import clipscope.cli.embed.EmbedCommand;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.cli.models.ModelsCommand;
import clipscope.cli.tokenize.TokenizeCommand;
import clipscope.cli.train.TrainCommand;
import clipscope.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

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
        CommandLine line = new CommandLine(new RootCommand(setup), new Factory(setup))
                .addSubcommand(new ClassifyCommand(setup, io))
                .addSubcommand(new EmbedCommand(setup, io))
                .addSubcommand(new TokenizeCommand(setup, io))
                .addSubcommand(new ModelsCommand(setup, io))
                .addSubcommand(new BenchCommand(setup, io))
                .addSubcommand(new TrainCommand(setup, io))
                .addSubcommand(new DoctorCommand(setup, io))
                .setOut(io.results())
                .setErr(io.notes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, _, _) -> fail(exception));
        int status = line.execute(arguments);
        boolean lost = io.results().checkError(); // which flushes, too
        if (lost) {
            io.note("not all results could be written: is the disk full?");
        }
        io.notes().flush();
        return lost ? Math.max(status, ExitStatus.UNUSABLE) : status;
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

    /// Tells picocli the version, which only the program knows.
    record Version(String number) implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"ClipScope " + number};
        }
    }

    private record Factory(CommandSetup setup) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == Version.class
                    ? type.cast(new Version(setup.version()))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
