package clipscope.clip;

import clipscope.clip.engine.ClipNetwork;
import clipscope.clip.engine.Computation;
import clipscope.clip.engine.ComputeTypeChoice;
import clipscope.clip.engine.Processor;
import clipscope.clip.engine.TorchDevice;
import clipscope.clip.engine.TorchRuntime;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.ImageTower;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.file.HeldFiles;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Loads a model in any layout that [ModelPlans] knows.
///
/// A folder that lacks a file is refused at once, and weights are checked before the engine starts. The
/// pieces of texts are still being read when a model is returned.
///
/// **Thread:** Confined to the inference thread, where the model is used and closed.
public final class ModelLoader {

    private static final Texts TEXTS = Texts.beside(ModelLoader.class);

    private final PrecisionMemory memory;

    /// @param memory of what was measured on this machine
    public ModelLoader(PrecisionMemory memory) {
        this.memory = memory;
    }

    /// Reads, checks and binds a model, measuring anew what is faster.
    ///
    /// @throws ProblemException as [#open(Path, Computing)]
    public static ClipModel load(Path location, Precision precision) throws ProblemException {
        return load(ModelPlans.read(location), Computing.in(precision));
    }

    /// Checks and binds a model whose files were read, measuring anew what is faster.
    ///
    /// @throws ProblemException as [#open(ModelPlan, Computing)]
    public static ClipModel load(ModelPlan plan, Computing computing) throws ProblemException {
        return new ModelLoader(PrecisionMemory.none()).open(plan, computing);
    }

    /// Reads, checks and binds a model.
    ///
    /// @param location the model's folder, or a file in it
    /// @throws ProblemException if there is no model, one that we do not run, or a damaged one
    public ClipModel open(Path location, Computing computing) throws ProblemException {
        return open(ModelPlans.read(location), computing);
    }

    /// Checks and binds a model whose files were read.
    ///
    /// @throws ProblemException if its weights are damaged or do not fit, or this machine cannot compute so
    public ClipModel open(ModelPlan plan, Computing computing) throws ProblemException {
        PictureSize picture = pictureSize(plan, computing);
        Recipe recipe = recipe(plan, picture);
        PendingTexts texts = PendingTexts.of(plan);
        boolean bound = false;
        try {
            BoundNetwork network = bind(plan, computing, recipe.pixels(), picture.used());
            bound = true;
            return new LoadedModel(card(plan, picture), recipe, network, texts);
        } finally {
            if (!bound) {
                texts.close();
            }
        }
    }

    private static Recipe recipe(ModelPlan plan, PictureSize picture) {
        return new Recipe(
                plan.identity().library(),
                picture.isAsTrained()
                        ? plan.preprocessing()
                        : plan.preprocessing().resized(picture.trained(), picture.used()),
                plan.tokenizer().padding().isPresent(),
                !picture.isAsTrained());
    }

    private static PictureSize pictureSize(ModelPlan plan, Computing computing) throws ProblemException {
        ImageTower tower = plan.network().image();
        PictureSize trained = PictureSize.asTrained(tower.imageSize(), tower.patchSize());
        int wanted = computing.imageSize().orElse(trained.used());
        if (!trained.allows(wanted)) {
            throw new ProblemException(new Problem.BadInput(
                    Integer.toString(wanted), TEXTS.get("pictures.size", trained.patch(), PictureSize.MOST_PATCHES)));
        }
        return new PictureSize(wanted, trained.trained(), trained.patch());
    }

    /// Opens the weights, checks them and hands them to a network, which closes them from then on.
    private BoundNetwork bind(ModelPlan plan, Computing computing, Preprocessing preprocessing, int imageSize)
            throws ProblemException {
        Checkpoint checkpoint = plan.weights().open();
        boolean handedOver = false;
        try {
            CheckpointCheck.check(checkpoint, plan.network());
            ScoreRule scoreRule = ScoreWeights.read(checkpoint, plan.network().text());
            TorchRuntime runtime = TorchRuntime.start();
            runtime.computeWith(computing.threads());
            TorchDevice device = device(computing.device(), runtime);
            Computed computed = choose(computing.precision(), device, plan.network(), runtime);
            FileStamps files = FileStamps.of(checkpoint.files());
            requireWhole(checkpoint);
            String identity =
                    ImageIdentity.of(plan, preprocessing, checkpoint.files(), files, computed, runtime.version());
            List<Path> paths = checkpoint.files();
            handedOver = true;
            ClipNetwork network = ClipNetwork.bind(
                    runtime,
                    plan.network(),
                    checkpoint,
                    new Computation(computed.precision().computeType(), device),
                    imageSize);
            return new BoundNetwork(
                    network, computed, scoreRule, identity, plan.network().parameters(), files, HeldFiles.of(paths));
        } catch (InternalError e) { // which is what Java makes of reading what was cut off
            throw new ProblemException(new Problem.ModelChanged(checkpoint.location(), false), e);
        } finally {
            if (!handedOver) {
                checkpoint.close();
            }
        }
    }

    /// A file that was cut since it was mapped looks whole to its stamps. What was cut off ends the program
    /// if the engine reads it; here it is an error.
    private static void requireWhole(Checkpoint checkpoint) {
        for (TensorEntry tensor : checkpoint.tensors().values()) {
            MemorySegment bytes = checkpoint.bytes(tensor);
            if (bytes.byteSize() > 0) {
                bytes.get(ValueLayout.JAVA_BYTE, bytes.byteSize() - 1);
            }
        }
    }

    private static TorchDevice device(Device wanted, TorchRuntime runtime) throws ProblemException {
        TorchDevice device = switch (wanted) {
            case AUTO -> runtime.graphicsCard().orElse(TorchDevice.CPU);
            case CPU -> TorchDevice.CPU;
            case CUDA -> TorchDevice.CUDA;
            case MPS -> TorchDevice.MPS;
        };
        if (wanted == Device.CUDA || wanted == Device.MPS) {
            String obstacle = runtime.obstacle(device).orElse("");
            if (!obstacle.isEmpty()) {
                throw new ProblemException(new Problem.DeviceUnavailable(wanted.label(), obstacle));
            }
        }
        return device;
    }

    private Computed choose(Precision precision, TorchDevice device, NetworkShape network, TorchRuntime runtime)
            throws ProblemException {
        Device place = Device.of(device);
        if (precision != Precision.AUTO) {
            return new Computed(precision, place, TEXTS.get("reason.asked"));
        }
        if (device != TorchDevice.CPU) {
            return new Computed(Precision.FP16, place, TEXTS.get("reason.card"));
        }
        if (!ComputeTypeChoice.worthMeasuring(network)) {
            return new Computed(Precision.FP32, place, TEXTS.get("reason.small"));
        }
        String machine = "%s; %d threads; %s".formatted(Processor.name(), runtime.threads(), runtime.version());
        PrecisionMemory.Remembered known =
                memory.recall(machine, network, () -> new ComputeTypeChoice(runtime).measure(network));
        return new Computed(
                known.measured().brief() ? Precision.BF16 : Precision.FP32,
                place,
                TEXTS.get(
                        "reason.measured",
                        String.valueOf(known.day()),
                        String.format(Locale.ROOT, "%.1f", known.measured().gain())));
    }

    private static ModelCard card(ModelPlan plan, PictureSize picture) {
        NetworkShape network = plan.network();
        return new ModelCard(
                plan.identity().name(),
                plan.identity().location(),
                Architecture.nameOf(network.image()),
                network.dimensions(),
                picture,
                network.text().contextLength());
    }
}
