package clipscope.train.run;

import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.tower.ClipShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.util.Optional;

/// Learns from batches, step by step, and saves where it stands.
///
/// The same plan and the same batches give the same weights on one machine with one number of threads,
/// interrupted or not; elsewhere sums are rounded in another order.
///
/// **Thread:** Confined to the thread that made it.
public final class TrainingLoop {

    private final RunPlan plan;
    private final Beginning beginning;
    private final Batches batches;
    private final CheckpointFile checkpoint;
    private final Watcher watcher;
    private final Pace pace;
    private int saved;

    /// @param checkpoint is gone on from, if it exists, and written over
    public TrainingLoop(
            RunPlan plan, Beginning beginning, Batches batches, CheckpointFile checkpoint, Watcher watcher) {
        this.plan = plan;
        this.beginning = beginning;
        this.batches = batches;
        this.checkpoint = checkpoint;
        this.watcher = watcher;
        this.pace = new Pace(plan);
    }

    /// {@return a beginning of a whole network with random weights}
    public static Beginning fromRandom(RunPlan plan, ClipShape shape) {
        return state -> state.isPresent()
                ? TrainingNetwork.resume(shape, plan.optimiser(), plan.products(), state.get())
                : TrainingNetwork.create(shape, plan.optimiser(), plan.products(), plan.seed());
    }

    /// Learns until all steps are done, or it is stopped; both leave a checkpoint.
    ///
    /// @return the network, which the caller closes
    /// @throws ProblemException if the engine does not start, if the checkpoint is none of this
    ///     training, or if the loss is no number any more: then the last checkpoint is from before
    public TrainingNetwork run() throws IOException, ProblemException {
        TrainingNetwork network =
                beginning.network(checkpoint.exists() ? Optional.of(checkpoint.read()) : Optional.empty());
        saved = network.steps();
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
        if (done == 0) {
            watcher.examine(network);
        }
        pace.start();
        try (BatchesAhead ahead = new BatchesAhead(batches, done, plan.steps())) {
            for (int step = done + 1; step <= plan.steps() && goOn(); step++) {
                long before = System.nanoTime();
                learn(network, ahead.next(), step, before);
                if (step % plan.saveEvery() == 0 || step == plan.steps()) {
                    watcher.examine(network);
                    save(network);
                }
            }
        }
        if (network.steps() > saved) {
            save(network);
        }
    }

    private boolean goOn() {
        pace.pause();
        boolean goOn = watcher.goOn();
        pace.goOn();
        return goOn;
    }

    private void save(TrainingNetwork network) throws IOException, ProblemException {
        checkpoint.write(network.state());
        saved = network.steps();
        watcher.saved(saved);
    }

    private void learn(TrainingNetwork network, TrainingBatch batch, int step, long before) throws ProblemException {
        TrainingNetwork.Step result = network.step(batch, plan.rate(step));
        if (!Double.isFinite(result.loss()) || !Double.isFinite(result.gradientLength())) {
            throw new ProblemException(new Problem.LossNotANumber(step, saved));
        }
        pace.learned(result, batch.images().size(), System.nanoTime() - before);
        if (step % plan.reportEvery() == 0 || step == plan.steps()) {
            watcher.report(pace.report(step, result.logitScale()));
        }
    }
}
