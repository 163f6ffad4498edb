package clipscope.cli.train;

import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.train.Trainer;
import clipscope.train.TrainingPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `clipscope train`: makes the small model anew.
@Command(
        name = "train",
        description = {
            "Trains a small CLIP from nothing, on pictures of shapes that it draws itself, and writes a model folder.",
            "The bundled model was made so."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(TrainCommand.class);
    private static final int LONGEST_STEP_SECONDS = 10;

    private final CommandIo io;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the model is written.")
    private Path out = Path.of("");

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "" + TrainingPlan.STEPS,
            description = "How many batches it learns from (default: ${DEFAULT-VALUE}).")
    private int steps = TrainingPlan.STEPS;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of everything random: pictures, captions, first weights (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    public TrainCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        if (steps <= 0) {
            throw new ParameterException(spec.commandLine(), "--steps: %d, but at least 1 is needed".formatted(steps));
        }
        AtomicBoolean stopped = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stopped, ended)));
        try {
            Optional<Path> folder = Trainer.train(
                    TrainingPlan.standard(out, seed, steps), report -> io.note(report.line()), stopped::get);
            folder.ifPresent(io.results()::println);
            return folder.isPresent() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        } finally {
            ended.countDown();
        }
    }

    /// Waits for the step that is under way: ending the process inside native code would crash it.
    private static void stop(AtomicBoolean stopped, CountDownLatch ended) {
        stopped.set(true);
        try {
            boolean inTime = ended.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
            LOG.debug("training stopped in time: {}", inTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
