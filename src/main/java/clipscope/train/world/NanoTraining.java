package clipscope.train.world;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.tower.ClipShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.ModelFolder;
import clipscope.train.StoredWeights;
import clipscope.train.bpe.BytePairs;
import clipscope.train.bpe.CaptionTokens;
import clipscope.train.bpe.TokenizerFile;
import clipscope.train.run.Beginning;
import clipscope.train.run.CheckpointFile;
import clipscope.train.run.Progress;
import clipscope.train.run.RunPlan;
import clipscope.train.run.TrainingLoop;
import clipscope.train.run.Watcher;
import clipscope.train.world.art.Pictographs;
import clipscope.train.world.concept.Concept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Trains the bundled model. Interrupted and begun again, it goes on from its last checkpoint.
public final class NanoTraining {

    private static final String CHECKPOINT = "checkpoint.safetensors";
    private static final int NOTE_EVERY = 1000; // drawings

    private final NanoPlan plan;
    private final Consumer<String> notes;
    private final BooleanSupplier stopped;

    private NanoTraining(NanoPlan plan, Consumer<String> notes, BooleanSupplier stopped) {
        this.plan = plan;
        this.notes = notes;
        this.stopped = stopped;
    }

    /// Trains on the calling thread.
    ///
    /// @param notes told how it stands
    /// @param stopped asked before each step
    /// @return whether all steps are done
    /// @throws ProblemException if the engine does not start, or files cannot be read or written
    public static boolean train(NanoPlan plan, Consumer<String> notes, BooleanSupplier stopped)
            throws ProblemException {
        try {
            return new NanoTraining(plan, notes, stopped).run();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(new Problem.UnwritableFile(plan.work(), String.valueOf(e.getMessage())), e);
        }
    }

    private boolean run() throws IOException, ProblemException {
        Files.createDirectories(plan.work());
        Drawings drawings = new Drawings(plan.drawings());
        Pictographs pictographs = drawings.pictographs();
        List<Concept> concepts = Drawings.concepts(pictographs);
        DrawnWorld world = new DrawnWorld(
                concepts, drawings.trained(pictographs, this::drawn), drawings.lettering(Drawings.TRAINED_FONTS));
        BytePairs pairs = pieces(world);
        TokenizerFile tokenizer = new TokenizerFile(pairs);
        notes.accept("%d concepts, %d pieces of words".formatted(concepts.size(), tokenizer.size()));
        WorldBatches batches = new WorldBatches(
                world,
                new CaptionTokens(pairs),
                plan.seed(),
                NanoPlan.PICTURES,
                NanoPlan.NAMES,
                NanoPlan.KEPT_PATCHES,
                plan.easyUntil(),
                plan.wholeFrom());
        EarlierCourses earlier = EarlierCourses.of(plan.from());
        TrainingLoop loop = new TrainingLoop(
                plan.run(),
                beginning(tokenizer),
                batches,
                new CheckpointFile(plan.work().resolve(CHECKPOINT)),
                Watcher.reporting(this::report, stopped));
        try (TrainingNetwork network = loop.run()) {
            if (network.steps() < plan.steps()) {
                return false;
            }
            notes.accept("examining it");
            new NanoFolder(plan, earlier, drawings, pictographs, world)
                    .write(network, tokenizer, new CaptionTokens(pairs));
            return true;
        }
    }

    /// {@return the pieces that the model has to which this is a further course; else those of many captions}
    private BytePairs pieces(DrawnWorld world) throws IOException, ProblemException {
        if (plan.from().isEmpty()) {
            return Vocabulary.sample(world).pieces();
        }
        Path folder = ModelPlans.read(plan.from().get()).identity().location();
        Path file = folder.resolve(ModelFolder.TOKENIZER);
        return (Files.exists(file) ? TokenizerFile.pairs(Files.readString(file)) : Optional.<BytePairs>empty())
                .orElseThrow(() -> new ProblemException(
                        new Problem.UnsupportedModel(folder, "a tokenizer that no training on drawings has written")));
    }

    private Beginning beginning(TokenizerFile tokenizer) throws IOException, ProblemException {
        ClipShape shape = NanoShape.of(tokenizer.size());
        RunPlan run = plan.run();
        if (plan.from().isEmpty()) {
            return TrainingLoop.fromRandom(run, shape);
        }
        ModelPlan model = ModelPlans.read(plan.from().get());
        return state -> state.isPresent()
                ? TrainingNetwork.resume(shape, run.optimiser(), run.products(), state.get())
                : TrainingNetwork.from(shape, run.optimiser(), run.products(), StoredWeights.read(model, shape));
    }

    private void drawn(int count) {
        if (count % NOTE_EVERY == 0) {
            notes.accept("%d pictographs drawn".formatted(count));
        }
    }

    private void report(Progress progress) {
        notes.accept(progress.line());
        Path curve = plan.curve();
        try {
            if (!Files.exists(curve)) {
                Files.writeString(curve, Progress.COLUMNS + "\n");
            }
            Files.writeString(curve, progress.row() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
