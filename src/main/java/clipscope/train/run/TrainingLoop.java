package clipscope.train.run;

import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.tower.ClipShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Learns from batches, step by step, and saves where it stands.
///
/// The same plan and the same batches give the same weights on one machine with one number of threads,
/// interrupted or not; elsewhere sums are rounded in another order.
///
/// **Thread:** Confined to the thread that made it.
public final class TrainingLoop {

    private final RunPlan plan;
    private final ClipShape shape;
    private final Batches batches;
    private final CheckpointFile checkpoint;
    private final Consumer<Progress> progress;
    private final BooleanSupplier stopped;
    private double losses;
    private double gradients;
    private long images;
    private int steps;
    private long since = System.nanoTime();

    /// @param checkpoint is gone on from, if it exists, and written over
    /// @param progress told every few steps
    /// @param stopped asked before each step
    public TrainingLoop(
            RunPlan plan,
            ClipShape shape,
            Batches batches,
            CheckpointFile checkpoint,
            Consumer<Progress> progress,
            BooleanSupplier stopped) {
        this.plan = plan;
        this.shape = shape;
        this.batches = batches;
        this.checkpoint = checkpoint;
        this.progress = progress;
        this.stopped = stopped;
    }

    /// Learns until all steps are done, or it is stopped; both leave a checkpoint.
    ///
    /// @return the network, which the caller closes
    /// @throws ProblemException if the engine does not start, if the checkpoint is none of this
    ///     training, or if the loss is no number any more: then the last checkpoint is from before
    public TrainingNetwork run() throws IOException, ProblemException {
        TrainingNetwork network = checkpoint.exists()
                ? TrainingNetwork.resume(shape, plan.optimiser(), plan.products(), checkpoint.read())
                : TrainingNetwork.create(shape, plan.optimiser(), plan.products(), plan.seed());
        boolean learned = false;
        try {
            learn(network);
            learned = true;
            return network;
        } finally {
            if (!learned) {
                network.close();
            }
        }
    }

    private void learn(TrainingNetwork network) throws IOException, ProblemException {
        int done = network.steps();
        try (BatchesAhead ahead = new BatchesAhead(batches, done, plan.steps())) {
            for (int step = done + 1; step <= plan.steps() && !stopped.getAsBoolean(); step++) {
                learn(network, ahead.next(), step);
                if (step % plan.saveEvery() == 0) {
                    checkpoint.write(network.state());
                }
            }
        }
        checkpoint.write(network.state());
    }

    private void learn(TrainingNetwork network, TrainingBatch batch, int step) throws ProblemException {
        TrainingNetwork.Step result = network.step(batch, plan.rate(step));
        if (!Double.isFinite(result.loss()) || !Double.isFinite(result.gradientLength())) {
            throw new ProblemException(new Problem.NotANumber(checkpoint.file().toString(), "step " + step));
        }
        losses += result.loss();
        gradients += result.gradientLength();
        images += batch.images().size();
        steps++;
        if (step % plan.reportEvery() == 0 || step == plan.steps()) {
            report(step, result.logitScale());
        }
    }

    private void report(int step, double logitScale) {
        double seconds = Math.max(1e-9, (System.nanoTime() - since) / 1e9);
        Duration left = Duration.ofSeconds(Math.round((plan.steps() - step) * seconds / steps));
        progress.accept(new Progress(
                step,
                plan.steps(),
                losses / steps,
                gradients / steps,
                logitScale,
                plan.rate(step),
                images / seconds,
                left));
        losses = 0;
        gradients = 0;
        images = 0;
        steps = 0;
        since = System.nanoTime();
    }
}
