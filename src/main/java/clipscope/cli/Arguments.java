package clipscope.cli;

import clipscope.cli.bench.BenchCommand;
import clipscope.cli.classify.ClassifyCommand;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.doctor.DoctorCommand;
import clipscope.cli.embed.EmbedCommand;
import clipscope.cli.gpu.GpuCommand;
import clipscope.cli.io.CommandIo;
import clipscope.cli.models.ModelsCommand;
import clipscope.cli.tokenize.TokenizeCommand;
import clipscope.cli.train.TrainCommand;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/// Arguments as people and scripts write them: a command with its options, or the window with its own.
final class Arguments {

    private final CommandSetup setup;
    private final CommandIo io;

    Arguments(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    /// Runs what they ask for.
    ///
    /// @param fail tells what went wrong, and gives the exit status
    /// @return the exit status
    int execute(ToIntFunction<Exception> fail, String... arguments) {
        CommandLine line = new CommandLine(new RootCommand(setup), new Factory(setup))
                .addSubcommand(new ClassifyCommand(setup, io))
                .addSubcommand(new EmbedCommand(setup, io))
                .addSubcommand(new TokenizeCommand(setup, io))
                .addSubcommand(new ModelsCommand(setup, io))
                .addSubcommand(new BenchCommand(setup, io))
                .addSubcommand(new TrainCommand(setup, io))
                .addSubcommand(new DoctorCommand(setup, io))
                .addSubcommand(new GpuCommand(setup, io))
                .setOut(io.results())
                .setErr(io.notes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, _, _) -> fail.applyAsInt(exception));
        return line.execute(arguments);
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
