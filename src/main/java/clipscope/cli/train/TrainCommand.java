package clipscope.cli.train;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.train.Trainer;
import clipscope.train.TrainingPlan;
import clipscope.train.own.CourseControl;
import clipscope.train.own.OwnPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `clipscope train`: a model of one's own, or the bundled one anew.
@Command(
        name = "train",
        description = {
            "Trains a CLIP model on pictures and captions of your own, and writes a model folder. Interrupted and given",
            "again, the same command goes on from its last checkpoint. Without --data it makes the bundled model anew,",
            "from pictures that it draws itself."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(TrainCommand.class);
    private static final int LONGEST_STEP_SECONDS = 60; // and a checkpoint of a large model

    private final CommandSetup setup;
    private final CommandIo io;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the model is written.")
    private Path out = Path.of("");

    @Mixin
    private OwnOptions own = new OwnOptions();

    @Option(names = "--steps", paramLabel = "N", description = "How many batches it learns from.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of everything random: pictures, captions, first weights (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    public TrainCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        if (own.given()) {
            OwnPlan plan = own.plan(setup, out, steps, seed);
            CourseControl control = new CourseControl();
            return stoppable(control::leave, () -> new OwnRun(io, plan, control).run(setup.decoder()));
        }
        if (own.partlyGiven()) {
            throw new ParameterException(spec.commandLine(), "--data: a folder of pictures and captions is missing");
        }
        return bundled();
    }

    private int bundled() throws Exception {
        int count = steps.orElse(TrainingPlan.STEPS);
        if (count <= 0) {
            throw new ParameterException(spec.commandLine(), "--steps: %d, but at least 1 is needed".formatted(count));
        }
        AtomicBoolean stopped = new AtomicBoolean();
        return stoppable(() -> stopped.set(true), () -> {
            Optional<Path> folder = Trainer.train(
                    TrainingPlan.standard(out, seed, count), report -> io.note(report.line()), stopped::get);
            folder.ifPresent(io.results()::println);
            return folder.isPresent() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        });
    }

    /// Lets a training be stopped by the signal that ends a program.
    private static int stoppable(Runnable stop, Callable<Integer> training) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stop, ended)));
        try {
            return training.call();
        } finally {
            ended.countDown();
        }
    }

    /// Waits for the step that is under way: ending the process inside native code would crash it.
    private static void stop(Runnable stop, CountDownLatch ended) {
        stop.run();
        try {
            boolean inTime = ended.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
            LOG.debug("training stopped in time: {}", inTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
