package clipscope.cli.bench;

import clipscope.bench.Bench;
import clipscope.bench.BenchReport;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ImageSizeOption;
import clipscope.cli.desk.ModelOptions;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.Precision;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `clipscope bench`: how fast a model is on this machine.
@Command(
        name = "bench",
        description = {
            "Measures a model: images and texts a second in each precision, beside what the matrix products alone",
            "would allow; how fast picture files and prompts are; loading time and memory. Takes some minutes."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    private final CommandSetup setup;
    private final CommandIo io;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ImageSizeOption imageSize = new ImageSizeOption();

    @Option(names = "--format", paramLabel = "F", description = "text or json. Default: text.")
    private @Nullable BenchFormat format;

    public BenchCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        List<Precision> precisions = model.precision()
                .filter(precision -> precision != Precision.AUTO)
                .map(List::of)
                .orElse(List.of(Precision.FP32, Precision.BF16));
        BenchReport report = Bench.run(
                setup.place(model.model()),
                precisions,
                imageSize.size(),
                step -> io.notes().println(step + " …"));
        io.results().print((format == null ? BenchFormat.TEXT : format).write(report));
        return ExitStatus.DONE;
    }
}
