package clipscope.cli.train;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.train.own.CourseControl;
import clipscope.train.own.OwnPlan;
import clipscope.train.world.NanoPlan;
import clipscope.train.world.NanoTraining;
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
            "again, the same command goes on from its last checkpoint. With --drawings it makes the bundled model anew."
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

    @Option(
            names = "--drawings",
            paramLabel = "FOLDER",
            description = "Makes the bundled model anew, from what packaging/fetch-drawings.sh has put there.")
    private Optional<Path> drawings = Optional.empty();

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
        if (own.partlyGiven() || drawings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--data: a folder of pictures and captions is missing");
        }
        return bundled(drawings.get(), own.from(setup));
    }

    private int bundled(Path drawn, Optional<Path> from) throws Exception {
        int count = steps.orElse(NanoPlan.STEPS);
        if (count <= 0) {
            throw new ParameterException(spec.commandLine(), "--steps: %d, but at least 1 is needed".formatted(count));
        }
        AtomicBoolean stopped = new AtomicBoolean();
        return stoppable(() -> stopped.set(true), () -> {
            // a checkpoint is of one seed and one length: another training does not go on from it
            Path work = drawn.resolve("training-%s%d-%d".formatted(from.isPresent() ? "on-" : "", seed, count));
            NanoPlan plan = new NanoPlan(drawn, from, work, out, seed, count);
            if (!NanoTraining.train(plan, io::note, stopped::get)) {
                return ExitStatus.INCOMPLETE;
            }
            io.results().println(out);
            return ExitStatus.DONE;
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
