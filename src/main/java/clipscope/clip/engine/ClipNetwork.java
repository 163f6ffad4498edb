package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.weights.Checkpoint;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.ProblemException;
import java.util.List;

/// A CLIP network: the program and the weights it is given.
///
/// **Thread:** Confined to the inference thread.
///
/// **Memory:** owns the checkpoint, whose mapped bytes the weights are, until [#close()].
///
/// **Source:** Radford et al. 2021, figure 3; `clip.py` beside this class.
public final class ClipNetwork implements AutoCloseable {

    private final TorchRuntime runtime;
    private final NetworkShape shape;
    private final int imageSize;
    private final Checkpoint checkpoint;
    private final PtNDManager manager;
    private final PtSymbolBlock program;
    private final BoundTower image;
    private final BoundTower text;

    private ClipNetwork(
            TorchRuntime runtime,
            NetworkShape shape,
            int imageSize,
            Checkpoint checkpoint,
            PtNDManager manager,
            Bound bound) {
        this.runtime = runtime;
        this.shape = shape;
        this.imageSize = imageSize;
        this.checkpoint = checkpoint;
        this.manager = manager;
        this.program = bound.program();
        this.image = bound.image();
        this.text = bound.text();
    }

    private record Bound(PtSymbolBlock program, BoundTower image, BoundTower text) {}

    /// Binds a checkpoint's weights and takes the checkpoint over: it is closed with the network, or at once
    /// if binding fails.
    ///
    /// @param checkpoint has every weight of the shape, with its dimensions
    /// @throws ProblemException if memory ran out or a weight is too large
    public static ClipNetwork bind(TorchRuntime runtime, NetworkShape shape, Checkpoint checkpoint, ComputeType type)
            throws ProblemException {
        return bind(runtime, shape, checkpoint, type, shape.image().imageSize());
    }

    /// Binds for pictures of another size than those of the training: smaller ones are faster, larger ones
    /// have more patches. The positions are resampled.
    ///
    /// @param imageSize in pixels, a multiple of the tower's patch size for ResNets
    /// @throws ProblemException if memory ran out or a weight is too large
    public static ClipNetwork bind(
            TorchRuntime runtime, NetworkShape shape, Checkpoint checkpoint, ComputeType type, int imageSize)
            throws ProblemException {
        PtNDManager manager = runtime.newManager();
        boolean bound = false;
        try {
            PtSymbolBlock program = runtime.loadProgram(manager);
            Bound towers = towers(runtime, shape, checkpoint, program, type, imageSize);
            bound = true;
            return new ClipNetwork(runtime, shape, imageSize, checkpoint, manager, towers);
        } finally {
            if (!bound) {
                manager.close();
                checkpoint.close();
            }
        }
    }

    private static Bound towers(
            TorchRuntime runtime,
            NetworkShape shape,
            Checkpoint checkpoint,
            PtSymbolBlock program,
            ComputeType type,
            int imageSize)
            throws ProblemException {
        BoundTower image = BoundTower.bind(
                runtime, program, checkpoint, shape.image().weights(), TowerProgram.of(shape.image(), imageSize), type);
        boolean complete = false;
        try {
            BoundTower text = BoundTower.bind(
                    runtime, program, checkpoint, shape.text().weights(), TowerProgram.of(shape.text()), type);
            complete = true;
            return new Bound(program, image, text);
        } finally {
            if (!complete) {
                image.close();
            }
        }
    }

    /// Runs the vision tower.
    ///
    /// **Shape:** `(N, E)`, projected and not normalised.
    ///
    /// @throws ProblemException if memory ran out
    public FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            IValue pixels = pixels(call, images);
            return matrix(shape.dimensions(), image.encode(call, pixels));
        }
    }

    /// Runs the text tower. Each prompt is given up to the token that its embedding is read at, the end
    /// token; shorter prompts are filled up, which the causal mask hides.
    ///
    /// **Shape:** `(N, E)`, projected and not normalised.
    ///
    /// @throws ProblemException if memory ran out
    public FloatMatrix encodeTexts(List<List<Integer>> prompts) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            IValue ids = ids(call, prompts);
            long[] ends =
                    prompts.stream().mapToLong(prompt -> prompt.size() - 1).toArray();
            return matrix(shape.dimensions(), text.encode(call, ids, call.longs(ends, ends.length)));
        }
    }

    /// {@return the states of all tokens of all images after some blocks}
    ///
    /// **Shape:** `(N · (1 + P), D)`.
    FloatMatrix imageStates(List<PixelTensor> images, int blocks) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            IValue pixels = pixels(call, images);
            return matrix(shape.image().width(), image.states(call, pixels, blocks));
        }
    }

    /// {@return the states of all tokens of all prompts after some blocks}
    ///
    /// **Shape:** `(N · L, D)`, L the length of the longest prompt.
    FloatMatrix textStates(List<List<Integer>> prompts, int blocks) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            IValue ids = ids(call, prompts);
            return matrix(shape.text().transformer().width(), text.states(call, ids, blocks));
        }
    }

    private IValue pixels(TorchCall call, List<PixelTensor> images) {
        for (PixelTensor image : images) {
            if (image.width() != imageSize || image.height() != imageSize) {
                throw new IllegalArgumentException(
                        "%d × %d pixels for a network of %d".formatted(image.width(), image.height(), imageSize));
            }
        }
        return call.floats(
                buffer -> images.forEach(image -> image.putInto(buffer)), images.size(), 3, imageSize, imageSize);
    }

    private IValue ids(TorchCall call, List<List<Integer>> prompts) {
        int longest = prompts.stream().mapToInt(List::size).max().orElse(0);
        long[] ids = new long[Math.multiplyExact(prompts.size(), longest)];
        for (int row = 0; row < prompts.size(); row++) {
            List<Integer> prompt = prompts.get(row);
            if (prompt.isEmpty() || prompt.size() > shape.text().contextLength()) {
                throw new IllegalArgumentException("%d tokens in a context of %d"
                        .formatted(prompt.size(), shape.text().contextLength()));
            }
            for (int i = 0; i < prompt.size(); i++) {
                ids[row * longest + i] = prompt.get(i);
            }
        }
        return call.longs(ids, prompts.size(), longest);
    }

    private static FloatMatrix matrix(int columns, float[] values) {
        return FloatMatrix.copyOf(values.length / columns, columns, values);
    }

    /// Ends the tensors, then the program, then the mapping below them.
    @Override
    public void close() {
        image.close();
        text.close();
        program.close();
        manager.close();
        checkpoint.close();
    }
}
