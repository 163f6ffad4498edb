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

/// Loads a model in any layout that [ModelPlans] knows.
///
/// All files are read and checked before the engine starts: a wrong folder is refused at once.
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

    private ClipModel load(Precision precision) throws ProblemException {
        Preprocessor preprocessor = new Preprocessor(plan.preprocessing());
        TextReader texts = TextReader.open(
                plan.identity().location(), plan.tokenizer(), plan.network().text());
        boolean loaded = false;
        try {
            BoundNetwork bound = bind(precision);
            loaded = true;
            return new LoadedModel(card(), bound, texts, preprocessor);
        } finally {
            if (!loaded) {
                texts.close();
            }
        }
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
