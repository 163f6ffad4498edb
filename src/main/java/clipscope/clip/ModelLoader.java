package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;
import clipscope.clip.engine.ComputeType;
import clipscope.clip.engine.ComputeTypeChoice;
import clipscope.clip.engine.TorchRuntime;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/// Loads a model in any layout that [ModelPlans] knows.
///
/// A folder that lacks a file is refused at once, and weights are checked before the engine starts.
///
/// **Thread:** Confined to the inference thread, where the model is used and closed.
public final class ModelLoader {

    private final ModelPlan plan;

    private ModelLoader(ModelPlan plan) {
        this.plan = plan;
    }

    /// Reads, checks and binds a model.
    ///
    /// @param location the model's folder, or a file in it
    /// @param precision what to compute in; [Precision#AUTO] measures which is faster
    /// @throws ProblemException if there is no model, one that we do not run, or a damaged one
    public static ClipModel load(Path location, Precision precision) throws ProblemException {
        return load(ModelPlans.read(location), precision);
    }

    /// Checks and binds a model whose files were read.
    ///
    /// @throws ProblemException if its weights are damaged or do not fit
    public static ClipModel load(ModelPlan plan, Precision precision) throws ProblemException {
        return new ModelLoader(plan).load(precision);
    }

    /// Reads the pieces beside the weights. The tokenizer is Java and a library of its own, which takes about
    /// as long as the engine takes to start and to bind; it must not be started with the engine's thread, nor
    /// does it care which thread it was opened on.
    ///
    /// Both parts are waited for, so that nothing stays open behind a failure, and so that of two failures it
    /// is always the same that is told: that of the pieces.
    private ClipModel load(Precision precision) throws ProblemException {
        Preprocessor preprocessor = new Preprocessor(plan.preprocessing());
        FutureTask<TextReader> pieces = new FutureTask<>(this::openTexts);
        FutureTask<BoundNetwork> weights = new FutureTask<>(() -> bind(precision));
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            beside.execute(pieces);
            weights.run();
        }
        pieces.run(); // does nothing, unless an interrupt has kept it from beginning
        if (succeeded(pieces) && succeeded(weights)) {
            return new LoadedModel(card(), weights.resultNow(), pieces.resultNow(), preprocessor);
        }
        if (succeeded(pieces)) {
            pieces.resultNow().close();
            throw problem(weights.exceptionNow());
        }
        if (succeeded(weights)) {
            weights.resultNow().network().close();
        }
        throw problem(pieces.exceptionNow());
    }

    private static boolean succeeded(FutureTask<?> part) {
        return part.state() == FutureTask.State.SUCCESS;
    }

    /// {@return what a part ended with, where it is a problem; all else is a defect and thrown as it is}
    private static ProblemException problem(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known;
            case RuntimeException defect -> throw defect;
            case Error defect -> throw defect;
            default -> throw new IllegalStateException(failure); // neither part declares any other
        };
    }

    private TextReader openTexts() throws ProblemException {
        return TextReader.open(
                plan.identity().location(), plan.tokenizer(), plan.network().text());
    }

    /// Opens the weights, checks them and hands them to a network, which closes them from then on.
    private BoundNetwork bind(Precision precision) throws ProblemException {
        Checkpoint checkpoint = plan.weights().open();
        boolean handedOver = false;
        try {
            CheckpointCheck.check(checkpoint, plan.network());
            ScoreRule scoreRule = ScoreWeights.read(checkpoint, plan.network().text());
            TorchRuntime runtime = TorchRuntime.start();
            ComputeType type = choose(precision, runtime);
            handedOver = true;
            ClipNetwork network = ClipNetwork.bind(runtime, plan.network(), checkpoint, type);
            return new BoundNetwork(network, precision(type), scoreRule);
        } finally {
            if (!handedOver) {
                checkpoint.close();
            }
        }
    }

    private ComputeType choose(Precision precision, TorchRuntime runtime) throws ProblemException {
        return switch (precision) {
            case FP32, BF16 -> precision.computeType();
            case AUTO -> new ComputeTypeChoice(runtime).fasterFor(plan.network());
        };
    }

    private static Precision precision(ComputeType type) {
        return switch (type) {
            case FP32 -> Precision.FP32;
            case BF16 -> Precision.BF16;
        };
    }

    private ModelCard card() {
        NetworkShape network = plan.network();
        return new ModelCard(
                plan.identity().name(),
                plan.identity().location(),
                Architecture.nameOf(network.image()),
                network.dimensions(),
                network.image().imageSize(),
                network.text().contextLength());
    }
}
