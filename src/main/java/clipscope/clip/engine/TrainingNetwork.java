package clipscope.clip.engine;

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
import clipscope.clip.tower.TransformerShape;
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
/// **Memory:** holds four times the weights until [#close()]: themselves, the optimiser's two averages, and
/// their own.
public final class TrainingNetwork implements AutoCloseable {

    /// What one step showed.
    ///
    /// @param loss before the step
    /// @param gradientLength before it was cut
    /// @param logitScale after the step
    public record Step(double loss, double gradientLength, double logitScale) {}

    private static final double AVERAGE = 0.999; // how much of it a step leaves

    private final ClipShape shape;
    private final AdamW optimiser;
    private final ComputeType products;
    private final PtNDManager manager;
    private final PtSymbolBlock program;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> first = new ArrayList<>(); // averages of the gradients
    private final List<NDArray> second = new ArrayList<>(); // averages of their squares
    private final List<NDArray> average = new ArrayList<>(); // of the weights
    private int steps;

    private TrainingNetwork(ClipShape shape, AdamW optimiser, ComputeType products, TorchRuntime runtime) {
        this.shape = shape;
        this.optimiser = optimiser;
        this.products = products;
        this.manager = runtime.newManager();
        this.program = runtime.loadTrainingProgram(manager);
    }

    /// Makes a network with random weights. The same seed gives the same ones.
    ///
    /// @param products the number format of matrix products; weights and sums are in float32
    /// @throws ProblemException if the engine does not start
    public static TrainingNetwork create(ClipShape shape, AdamW optimiser, ComputeType products, long seed)
            throws ProblemException {
        return from(shape, optimiser, products, new TrainingInit(seed).weights(shape));
    }

    /// Makes a network that starts from weights, in the order of [#weights()].
    ///
    /// @throws ProblemException if the engine does not start
    /// @throws IllegalArgumentException if these are not the weights of the shape
    public static TrainingNetwork from(
            ClipShape shape, AdamW optimiser, ComputeType products, List<FloatTensor> weights) throws ProblemException {
        return resume(shape, optimiser, products, TrainingState.beginningWith(weights));
    }

    /// Makes a network that goes on where another stood.
    ///
    /// @throws ProblemException if the engine does not start
    /// @throws IllegalArgumentException if these are not the weights of the shape
    public static TrainingNetwork resume(ClipShape shape, AdamW optimiser, ComputeType products, TrainingState state)
            throws ProblemException {
        List<WeightSpec> given = state.weights().stream()
                .map(each -> new WeightSpec(each.name(), each.shape()))
                .toList();
        if (!given.equals(TrainingInit.specs(shape))) {
            throw new IllegalArgumentException("%d weights that are not those of %s".formatted(given.size(), shape));
        }
        TrainingNetwork network = new TrainingNetwork(shape, optimiser, products, TorchRuntime.start());
        network.steps = state.steps();
        network.add(network.weights, "weights[]", state.weights());
        network.add(network.first, "first[]", state.first());
        network.add(network.second, "second[]", state.second());
        network.add(network.average, "average[]", state.average());
        return network;
    }

    private void add(List<NDArray> list, String name, List<FloatTensor> tensors) {
        for (FloatTensor tensor : tensors) {
            Shape dimensions =
                    new Shape(tensor.shape().stream().mapToLong(Long::longValue).toArray());
            list.add(named(manager.create(FloatBuffer.wrap(tensor.toArray()), dimensions), name));
        }
    }

    /// {@return all that is needed to go on from here}
    public TrainingState state() {
        return new TrainingState(steps, tensors(weights), tensors(first), tensors(second), tensors(average));
    }

    /// Learns from one batch.
    public Step step(TrainingBatch batch, double learningRate) {
        steps++;
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = inputs(scope, batch);
            inputs.add(named(settings(scope, learningRate), "settings"));
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

    /// {@return the gradient of a batch's loss by each weight, under its name and in the order of
    /// [#weights]}
    public List<FloatTensor> gradients(TrainingBatch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDList results = lossAndGradients(scope, batch);
            return tensors(results.subList(1, results.size()));
        }
    }

    /// {@return a copy of the average of all weights, under the names of a Hugging Face checkpoint}
    public List<FloatTensor> weights() {
        return tensors(average);
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
            List<NDArray> tower = average.subList(1, textFrom());
            NDList inputs = new NDList(named(pixels(scope, images), "pixels"));
            return encode(scope, "tower_image", inputs, tower);
        }
    }

    /// Runs the text tower as it is now on average, in float32.
    ///
    /// **Shape:** `(N, E)`, not normalised.
    public FloatMatrix encodeTexts(List<List<Integer>> texts) {
        try (NDManager scope = manager.newSubManager()) {
            List<NDArray> tower = average.subList(textFrom(), average.size());
            NDList inputs = new NDList(named(ids(scope, texts), "ids"), named(ends(scope, texts), "ends"));
            return encode(scope, "tower_text", inputs, tower);
        }
    }

    private FloatMatrix encode(NDManager scope, String method, NDList inputs, List<NDArray> tower) {
        inputs.add(named(sizes(scope), "sizes"));
        inputs.addAll(tower);
        NDArray result = run(scope, method, inputs).getFirst();
        return FloatMatrix.copyOf(
                (int) result.getShape().get(0), (int) result.getShape().get(1), result.toFloatArray());
    }

    private NDList lossAndGradients(NDManager scope, TrainingBatch batch) {
        NDList inputs = inputs(scope, batch);
        inputs.addAll(weights);
        return run(scope, "loss_and_gradients", inputs);
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

    private NDList inputs(NDManager scope, TrainingBatch batch) {
        FloatMatrix truth = batch.truth();
        NDArray matrix = scope.create(FloatBuffer.wrap(truth.toArray()), new Shape(truth.rows(), truth.columns()));
        return new NDList(
                named(pixels(scope, batch.images()), "pixels"),
                named(kept(scope, batch), "kept"),
                named(ids(scope, batch.texts()), "ids"),
                named(ends(scope, batch.texts()), "ends"),
                named(matrix, "truth"),
                named(sizes(scope), "sizes"));
    }

    /// {@return pixels (N, 3, S, S)}
    private NDArray pixels(NDManager scope, List<PixelTensor> images) {
        int size = shape.image().imageSize();
        FloatBuffer values = FloatBuffer.allocate(images.size() * 3 * size * size);
        images.forEach(each -> each.putInto(values));
        return scope.create(values.flip(), new Shape(images.size(), 3, size, size));
    }

    /// {@return the patches that are looked at (N, K), K = 0 for all}
    private static NDArray kept(NDManager scope, TrainingBatch batch) {
        int count = batch.kept().isEmpty() ? 0 : batch.kept().getFirst().size();
        long[] kept = batch.kept().stream()
                .flatMapToLong(each -> each.stream().mapToLong(Integer::longValue))
                .toArray();
        return scope.create(kept, new Shape(batch.images().size(), count));
    }

    /// {@return ids (N, L), short texts filled up with zeros: no text looks past its end}
    private static NDArray ids(NDManager scope, List<List<Integer>> texts) {
        int length = texts.stream().mapToInt(List::size).max().orElse(0);
        long[] ids = new long[texts.size() * length];
        for (int t = 0; t < texts.size(); t++) {
            for (int i = 0; i < texts.get(t).size(); i++) {
                ids[t * length + i] = texts.get(t).get(i);
            }
        }
        return scope.create(ids, new Shape(texts.size(), length));
    }

    private static NDArray ends(NDManager scope, List<List<Integer>> texts) {
        return scope.create(texts.stream().mapToLong(each -> each.size() - 1).toArray());
    }

    private NDArray sizes(NDManager scope) {
        TransformerShape vision = shape.image().transformer();
        TransformerShape text = shape.text().transformer();
        return scope.create(new double[] {
            textFrom(),
            vision.heads(),
            TowerProgram.code(vision.activation()),
            text.heads(),
            TowerProgram.code(text.activation()),
            vision.epsilon(),
            text.epsilon(),
            shape.image().patchSize(),
            products.scalarType()
        });
    }

    private NDArray settings(NDManager scope, double learningRate) {
        return scope.create(new double[] {
            steps,
            learningRate,
            optimiser.beta1(),
            optimiser.beta2(),
            optimiser.epsilon(),
            optimiser.decay(),
            Math.log(optimiser.maxLogitScale()),
            optimiser.maxGradientLength(),
            1 - Math.min(AVERAGE, (1.0 + steps) / (10 + steps)) // short at first, while it moves far
        });
    }

    private List<FloatTensor> tensors(List<NDArray> arrays) {
        List<WeightSpec> specs = TrainingInit.specs(shape);
        List<FloatTensor> tensors = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            WeightSpec spec = specs.get(i);
            tensors.add(
                    FloatTensor.adopt(spec.name(), spec.shape(), arrays.get(i).toFloatArray()));
        }
        return tensors;
    }

    private int textFrom() {
        return 1 + shape.image().weights().size();
    }

    /// The name is how DJL knows which argument an array is; those ending in `[]` become one list.
    private static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }

    /// Frees everything.
    @Override
    public void close() {
        program.close();
        manager.close();
    }
}
