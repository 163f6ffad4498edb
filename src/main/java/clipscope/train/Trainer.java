package clipscope.train;

import clipscope.clip.engine.AdamW;
import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.TrainingBatch;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.bpe.BytePairs;
import clipscope.train.bpe.CaptionTokens;
import clipscope.train.bpe.TokenizerFile;
import clipscope.train.drawing.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Trains a small CLIP from nothing, on pictures drawn as it goes, and writes it as a model folder.
///
/// The same plan gives the same pictures, captions and first weights everywhere. The weights that come out
/// are the same on one machine with one number of threads; elsewhere sums are rounded in another order.
///
/// **Source:** Radford et al. 2021, figure 3, with one change: a caption counts for every picture that it
/// is true of.
public final class Trainer {

    private static final int REPORT_EVERY = 50; // steps
    private static final int EXAMINE_EVERY = 250; // steps
    private static final int QUICK = 240; // pictures of an examination on the way
    private static final int FULL = 1200; // pictures of the last one: ± 1.2 % at 95 %
    private static final AdamW OPTIMISER = new AdamW(0.9, 0.98, 1e-8, 0.1, 100, 1);

    /// Seeds of the examination pictures. Those of the card's figures are never looked at during training.
    static final long QUICK_SEED = 20_001;
    static final long CARD_SEED = 20_002;

    private final TrainingPlan plan;
    private final Consumer<TrainingProgress> progress;
    private final BooleanSupplier cancelled;

    private Trainer(TrainingPlan plan, Consumer<TrainingProgress> progress, BooleanSupplier cancelled) {
        this.plan = plan;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /// Trains on the calling thread.
    ///
    /// @param progress told every few steps, on the calling thread
    /// @param cancelled asked before each step; a cancelled training writes no weights
    /// @return the folder, or nothing if the training was cancelled
    /// @throws ProblemException if the engine does not start or the folder cannot be written
    public static Optional<Path> train(
            TrainingPlan plan, Consumer<TrainingProgress> progress, BooleanSupplier cancelled) throws ProblemException {
        try {
            return new Trainer(plan, progress, cancelled).run();
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(plan.folder(), String.valueOf(e.getMessage())), e);
        }
    }

    private Optional<Path> run() throws IOException, ProblemException {
        long start = System.nanoTime();
        CaptionWords words = CaptionWords.sample(plan.seed());
        BytePairs pairs = words.pieces();
        TokenizerFile tokenizer = new TokenizerFile(pairs);
        CaptionTokens tokens = new CaptionTokens(pairs);
        ModelFiles files = new ModelFiles(plan.folder());
        files.writeConfiguration(NanoModel.shape(tokenizer.size()), NanoModel.PREPROCESSING, tokenizer);
        files.writeWords(words.sorted());
        try (TrainingNetwork network =
                TrainingNetwork.create(NanoModel.shape(tokenizer.size()), OPTIMISER, ComputeType.FP32, plan.seed())) {
            if (!learn(network, tokens)) {
                return Optional.empty();
            }
            files.writeWeights(network.weights());
            Samples.write(plan.folder().resolve("samples"));
            Examination.Candidate candidate = candidate(network, tokens);
            files.writeCard(new ModelCardPage(plan, words.sorted().size(), network.parameters())
                    .text(
                            new Examination(Combination.heldOut(), FULL, CARD_SEED).of(candidate),
                            new Examination(Combination.trained(), FULL, CARD_SEED).of(candidate),
                            Duration.ofNanos(System.nanoTime() - start)));
            return Optional.of(plan.folder());
        }
    }

    /// {@return whether all steps were done}
    private boolean learn(TrainingNetwork network, CaptionTokens tokens) throws ProblemException {
        Schedule schedule = new Schedule(plan.steps(), plan.learningRate());
        Examination examination = new Examination(Combination.heldOut(), QUICK, QUICK_SEED);
        ProgressMeter meter = new ProgressMeter(plan);
        try (BatchQueue batches = new BatchQueue(new BatchSource(plan, schedule, tokens), plan.steps())) {
            for (int step = 1; step <= plan.steps(); step++) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                TrainingBatch batch = batches.next();
                meter.add(network.step(batch, schedule.learningRate(step)).loss());
                if (step % EXAMINE_EVERY == 0) {
                    progress.accept(meter.report(step, Optional.of(examination.of(candidate(network, tokens)))));
                } else if (step % REPORT_EVERY == 0 || step == plan.steps()) {
                    progress.accept(meter.report(step, Optional.empty()));
                }
            }
        }
        return true;
    }

    private static Examination.Candidate candidate(TrainingNetwork network, CaptionTokens tokens) {
        return new Examination.Candidate() {
            @Override
            public FloatMatrix encodeImages(List<PixelImage> pictures) {
                return network.encodeImages(Examination.tensors(pictures));
            }

            @Override
            public FloatMatrix encodeTexts(List<String> texts) {
                return network.encodeTexts(texts.stream().map(tokens::of).toList());
            }
        };
    }
}
