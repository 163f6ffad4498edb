package clipscope.clip.engine;

import static clipscope.clip.engine.TrainingInputs.named;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.FloatTensor;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.ProblemException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// A CLIP network that learns: the same program as for inference, with gradients.
///
/// The whole step runs inside the program, so that only pictures go in and the loss comes out.
///
/// **Thread:** Confined to the thread that made it.
///
/// What it is worth at the end is a moving average of its weights, which is steadier than they are: that is
/// what [#weights()] gives and what encodes.
///
/// **Memory:** holds what stays as it is, and four times what is learned, until [#close()]: that itself, the
/// optimiser's two averages, and its own.
public final class TrainingNetwork implements AutoCloseable {

    /// What one step showed.
    ///
    /// @param loss before the step
    /// @param gradientLength before it was cut
    /// @param logitScale after the step
    public record Step(double loss, double gradientLength, double logitScale) {}

    private final ClipShape shape;
    private final LearnedWeights learned;
    private final TrainingInputs arguments;
    private final PtNDManager manager;
    private final PtSymbolBlock program;
    private final List<NDArray> fixed = new ArrayList<>(); // empty, or a whole network
    private final List<NDArray> weights = new ArrayList<>(); // those that are learned
    private final List<NDArray> first = new ArrayList<>(); // averages of the gradients
    private final List<NDArray> second = new ArrayList<>(); // averages of their squares
    private final List<NDArray> average = new ArrayList<>(); // of the weights
    private int steps;

    private TrainingNetwork(Lesson lesson, LearnedWeights learned, int fixed, TorchRuntime runtime) {
        this.shape = lesson.shape();
        this.learned = learned;
        int textFrom = 1 + shape.image().weights().size();
        this.arguments = new TrainingInputs(
                lesson, textFrom, textFrom + shape.text().weights().size(), fixed);
        this.manager = runtime.newManager();
        this.program = runtime.loadTrainingProgram(manager);
    }

    /// {@return the weights of a network, in the order of [#weights()]}
    public static List<WeightSpec> specs(ClipShape shape) {
        return TrainingInit.specs(shape);
    }

    /// {@return random weights of a network, in the order of [#weights()]; the same seed gives the same ones}
    public static List<FloatTensor> randomWeights(ClipShape shape, long seed) {
        return new TrainingInit(seed).weights(shape);
    }

    /// Makes a network with random weights, to be learned as a whole. The same seed gives the same ones.
    ///
    /// @throws ProblemException if the engine does not start
    public static TrainingNetwork create(ClipShape shape, AdamW optimiser, ComputeType products, long seed)
            throws ProblemException {
        return from(shape, optimiser, products, randomWeights(shape, seed));
    }

    /// Makes a network that starts from weights, in the order of [#weights()], to be learned as a whole.
    ///
    /// @throws ProblemException if the engine does not start
    /// @throws IllegalArgumentException if these are not the weights of the shape
    public static TrainingNetwork from(
            ClipShape shape, AdamW optimiser, ComputeType products, List<FloatTensor> weights) throws ProblemException {
        return begin(Lesson.whole(shape, optimiser, products), weights, 0);
    }

    /// Makes a network that starts from weights, in the order of [#weights()].
    ///
    /// @param seed of what is random in parts that are added
    /// @throws ProblemException if the engine does not start
    /// @throws IllegalArgumentException if these are not the weights of the shape
    public static TrainingNetwork begin(Lesson lesson, List<FloatTensor> network, long seed) throws ProblemException {
        checkNames(network, TrainingInit.specs(lesson.shape()));
        LearnedWeights learned = LearnedWeights.of(lesson.shape(), lesson.part(), lesson.loss());
        return resume(lesson, network, TrainingState.beginningWith(learned.beginning(network, seed)));
    }

    /// Makes a network that goes on where another stood that was learned as a whole.
    ///
    /// @throws ProblemException if the engine does not start
    /// @throws IllegalArgumentException if these are not the weights of the shape
    public static TrainingNetwork resume(ClipShape shape, AdamW optimiser, ComputeType products, TrainingState state)
            throws ProblemException {
        return resume(Lesson.whole(shape, optimiser, products), List.of(), state);
    }

    /// Makes a network that goes on where another stood.
    ///
    /// @param network the weights that the other began with; of no account if all of them are learned
    /// @throws ProblemException if the engine does not start
    /// @throws IllegalArgumentException if these are not the weights of the shape
    public static TrainingNetwork resume(Lesson lesson, List<FloatTensor> network, TrainingState state)
            throws ProblemException {
        LearnedWeights learned = LearnedWeights.of(lesson.shape(), lesson.part(), lesson.loss());
        checkNames(state.weights(), learned.specs());
        List<FloatTensor> fixed = lesson.part() instanceof LearnedPart.Everything ? List.of() : network;
        TrainingNetwork made = new TrainingNetwork(lesson, learned, fixed.size(), TorchRuntime.start());
        made.steps = state.steps();
        made.add(made.fixed, "weights[]", fixed);
        made.add(made.weights, "weights[]", state.weights());
        made.add(made.first, "first[]", state.first());
        made.add(made.second, "second[]", state.second());
        made.add(made.average, "average[]", state.average());
        return made;
    }

    private static void checkNames(List<FloatTensor> weights, List<WeightSpec> expected) {
        List<WeightSpec> given = weights.stream()
                .map(each -> new WeightSpec(each.name(), each.shape()))
                .toList();
        if (!given.equals(expected)) {
            throw new IllegalArgumentException(
                    "%d weights that are not the %d of the network".formatted(given.size(), expected.size()));
        }
    }

    private void add(List<NDArray> list, String name, List<FloatTensor> tensors) {
        for (FloatTensor tensor : tensors) {
            Shape dimensions =
                    new Shape(tensor.shape().stream().mapToLong(Long::longValue).toArray());
            list.add(named(manager.create(FloatBuffer.wrap(tensor.toArray()), dimensions), name));
        }
    }

    /// {@return all that is needed to go on from here, beside the weights it began with}
    public TrainingState state() {
        List<WeightSpec> specs = learned.specs();
        return new TrainingState(
                steps, tensors(weights, specs), tensors(first, specs), tensors(second, specs), tensors(average, specs));
    }

    /// Learns from one batch.
    public Step step(TrainingBatch batch, double learningRate) {
        steps++;
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = arguments.batch(scope, batch);
            inputs.addAll(whatToLearn(scope));
            inputs.add(arguments.settings(scope, steps, learningRate));
            inputs.addAll(fixed);
            inputs.addAll(weights);
            inputs.addAll(first);
            inputs.addAll(second);
            inputs.addAll(average);
            float[] result = run(scope, "train_step", inputs).getFirst().toFloatArray();
            return new Step(result[0], result[1], Math.exp(result[2]));
        }
    }

    /// {@return the loss of a batch, without learning from it}
    public double loss(TrainingBatch batch) {
        try (NDManager scope = manager.newSubManager()) {
            return lossAndGradients(scope, batch).getFirst().getFloat();
        }
    }

    /// {@return the gradient of a batch's loss by each weight that is learned, under its name and in the
    /// order of [TrainingState#weights]}
    public List<FloatTensor> gradients(TrainingBatch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDList results = lossAndGradients(scope, batch);
            return tensors(results.subList(1, results.size()), learned.specs());
        }
    }

    /// {@return a copy of all weights of the network as they are now on average, under the names of a Hugging
    /// Face checkpoint}
    public List<FloatTensor> weights() {
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = whatToLearn(scope);
            inputs.addAll(onAverage());
            return tensors(run(scope, "network", inputs), TrainingInit.specs(shape));
        } finally {
            rename(average, "average[]");
        }
    }

    /// {@return how many steps are done}
    public int steps() {
        return steps;
    }

    /// {@return how many numbers it learns}
    public long parameters() {
        return weights.stream().mapToLong(NDArray::size).sum();
    }

    /// Runs the image tower as it is now on average, in float32.
    ///
    /// **Shape:** `(N, E)`, not normalised.
    public FloatMatrix encodeImages(List<PixelTensor> images) {
        try (NDManager scope = manager.newSubManager()) {
            return encode(scope, "tower_image", arguments.images(scope, images));
        }
    }

    /// Runs the text tower as it is now on average, in float32.
    ///
    /// **Shape:** `(N, E)`, not normalised.
    public FloatMatrix encodeTexts(List<List<Integer>> texts) {
        try (NDManager scope = manager.newSubManager()) {
            return encode(scope, "tower_text", arguments.texts(scope, texts));
        }
    }

    private FloatMatrix encode(NDManager scope, String method, NDList inputs) {
        inputs.addAll(whatToLearn(scope));
        inputs.addAll(onAverage());
        try {
            NDArray result = run(scope, method, inputs).getFirst();
            return FloatMatrix.copyOf(
                    (int) result.getShape().get(0), (int) result.getShape().get(1), result.toFloatArray());
        } finally {
            rename(average, "average[]");
        }
    }

    /// {@return what stays as it is and the average, as one list; their names are to be taken back}
    private NDList onAverage() {
        rename(average, "weights[]");
        NDList all = new NDList(fixed);
        all.addAll(average);
        return all;
    }

    private static void rename(List<NDArray> arrays, String name) {
        arrays.forEach(each -> named(each, name));
    }

    private NDList lossAndGradients(NDManager scope, TrainingBatch batch) {
        NDList inputs = arguments.batch(scope, batch);
        inputs.addAll(whatToLearn(scope));
        inputs.addAll(fixed);
        inputs.addAll(weights);
        return run(scope, "loss_and_gradients", inputs);
    }

    private NDList whatToLearn(NDManager scope) {
        long[] places = learned.places().stream().mapToLong(Integer::longValue).toArray();
        return new NDList(arguments.sizes(scope), named(scope.create(places), "places"));
    }

    /// Gradient mode is the calling thread's, and off wherever DJL calls a program otherwise.
    private NDList run(NDManager scope, String method, NDList inputs) {
        inputs.add(named(scope.create(new Shape(0)), "module_method:" + method));
        JniUtils.setGradMode(true);
        try {
            NDList results = IValueUtils.forward(program, inputs, true);
            results.attach(scope);
            return results;
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static List<FloatTensor> tensors(List<NDArray> arrays, List<WeightSpec> specs) {
        List<FloatTensor> tensors = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            WeightSpec spec = specs.get(i);
            tensors.add(
                    FloatTensor.adopt(spec.name(), spec.shape(), arrays.get(i).toFloatArray()));
        }
        return tensors;
    }

    /// Frees everything.
    @Override
    public void close() {
        program.close();
        manager.close();
    }
}
