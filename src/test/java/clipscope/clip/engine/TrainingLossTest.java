package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.training.GradientCollector;
import clipscope.clip.weights.TensorEntry;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `train_loss` of `clip.py`: its value against arithmetic, its gradients against differences of its values.
class TrainingLossTest {

    private static final int PAIRS = 3;

    private PtNDManager manager;
    private PtSymbolBlock program;

    @BeforeEach
    void open() throws Exception {
        TorchRuntime runtime = TorchRuntime.start();
        manager = runtime.newManager();
        program = runtime.loadProgram(manager);
    }

    @AfterEach
    void close() {
        program.close();
        manager.close();
    }

    @Test
    void withoutAScaleEveryPairingIsAsLikelyAsAnother() {
        List<NDArray> inputs = inputs(Activation.GELU);
        inputs.set(5, named(manager.create(-100f), "scale")); // logits of cosine × e^-100

        assertEquals(Math.log(PAIRS), loss(inputs).getFloat(), 1e-6);
    }

    /// One step of the weights along a direction with a part in every weight: a gradient that is wrong or lost anywhere
    /// makes the sum of the slopes wrong.
    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopesOfTheLoss(Activation activation) {
        List<NDArray> inputs = inputs(activation);
        List<NDArray> weights = inputs.subList(5, inputs.size() - 1);
        weights.forEach(weight -> weight.setRequiresGradient(true));
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(loss(inputs));
        }
        List<NDArray> directions = new ArrayList<>();
        double slope = 0;
        int flat = 0;
        for (NDArray weight : weights) {
            NDArray gradient = weight.getGradient();
            double steepness = gradient.norm().getFloat();
            flat += steepness < 1e-6 ? 1 : 0;
            slope += steepness;
            directions.add(gradient.div(Math.max(steepness, 1e-6)));
        }
        double step = 2e-3;
        double up = shifted(inputs, directions, step);
        double down = shifted(inputs, directions, -step);

        assertEquals(slope, (up - down) / (2 * step), 0.02 * slope);
        assertEquals(3, flat, "a key's bias moves all logits of a softmax alike, so it has no slope: one a block");
    }

    private double shifted(List<NDArray> inputs, List<NDArray> directions, double by) {
        List<NDArray> changed = new ArrayList<>(inputs);
        for (int i = 0; i < directions.size(); i++) {
            NDArray weight = inputs.get(5 + i);
            NDArray moved = manager.create(weight.toFloatArray(), weight.getShape());
            changed.set(5 + i, named(moved.addi(directions.get(i).mul(by)), weight.getName()));
        }
        return loss(changed).getFloat();
    }

    private NDArray loss(List<NDArray> inputs) {
        return IValueUtils.forward(program, new NDList(inputs), true).head();
    }

    /// Pixels, ids, ends, sizes, epsilons, scale, the weights of both towers, the method.
    private List<NDArray> inputs(Activation activation) {
        TowerShape vision = new TowerShape(12, 24, 2, 3, 1e-5, activation);
        TowerShape text = new TowerShape(8, 20, 1, 2, 1e-5, activation);
        NetworkShape shape = new NetworkShape(vision, text, 8, 4, 20, 6, 10);
        long code = activation.code();
        List<NDArray> inputs = new ArrayList<>(List.of(
                named(manager.randomNormal(0, 1, new Shape(PAIRS, 3, 8, 8), DataType.FLOAT32), "pixels"),
                named(
                        manager.create(new long[] {18, 3, 19, 0, 18, 4, 5, 19, 18, 6, 19, 0}, new Shape(PAIRS, 4)),
                        "ids"),
                named(manager.create(new long[] {2, 3, 2}), "ends"),
                named(manager.create(new long[] {vision.heads(), code, text.heads(), code}), "sizes"),
                named(manager.create(new float[] {1e-5f, 1e-5f}), "eps"),
                named(manager.create(2f), "scale")));
        try (RandomCheckpoint checkpoint = new RandomCheckpoint(shape, 7)) {
            shape.imageWeights().forEach(spec -> inputs.add(named(array(checkpoint, spec), "image[]")));
            shape.textWeights().forEach(spec -> inputs.add(named(array(checkpoint, spec), "text[]")));
        }
        inputs.add(named(manager.create(new float[0]), "module_method:train_loss"));
        return inputs;
    }

    private NDArray array(RandomCheckpoint checkpoint, WeightSpec spec) {
        TensorEntry entry = Objects.requireNonNull(checkpoint.tensors().get(spec.name()));
        float[] values = new float[(int) ((entry.end() - entry.begin()) / Float.BYTES)];
        checkpoint
                .bytes(entry)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        long[] shape = spec.shape().stream().mapToLong(n -> n).toArray();
        return manager.create(values, new Shape(shape));
    }

    private static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }
}
