package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.SiglipText;
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

    /// Of all pictures that are computed together. More would gain nothing, and the scores of attention, a
    /// number for each two patches and each head, would fill the memory.
    private static final int MOST_PATCHES = 4096;

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

    /// Gives a checkpoint's weights to the program, as [#bind(TorchRuntime, NetworkShape, Checkpoint,
    /// Computation, int)] does, for pictures of the size of the training.
    public static ClipNetwork bind(TorchRuntime runtime, NetworkShape shape, Checkpoint checkpoint, ComputeType type)
            throws ProblemException {
        return bind(
                runtime,
                shape,
                checkpoint,
                Computation.onCpu(type),
                shape.image().imageSize());
    }

    /// Gives a checkpoint's weights to the program and takes the checkpoint over: it is closed with the
    /// network, or at once if that fails. Pictures may have another size than those of the training: smaller
    /// ones are faster, larger ones have more patches. The positions are resampled.
    ///
    /// @param checkpoint has every weight of the shape, with its dimensions
    /// @param imageSize in pixels, a multiple of the tower's patch size for ResNets
    /// @throws ProblemException if a weight is too large
    public static ClipNetwork bind(
            TorchRuntime runtime, NetworkShape shape, Checkpoint checkpoint, Computation computation, int imageSize)
            throws ProblemException {
        PtNDManager manager = runtime.newManager();
        boolean bound = false;
        try {
            PtSymbolBlock program = runtime.loadProgram(manager, computation.device());
            BoundTower.Engine engine = new BoundTower.Engine(runtime, program, computation);
            BoundTower image = new BoundTower(
                    engine, checkpoint, shape.image().weights(), TowerProgram.of(shape.image(), imageSize));
            BoundTower text = new BoundTower(engine, checkpoint, shape.text().weights(), TowerProgram.of(shape.text()));
            bound = true;
            return new ClipNetwork(runtime, shape, imageSize, checkpoint, manager, new Bound(program, image, text));
        } finally {
            if (!bound) {
                manager.close();
                checkpoint.close();
            }
        }
    }

    /// Runs the image tower.
    ///
    /// **Shape:** `(N, E)`, projected and not normalised.
    ///
    /// @throws ProblemException if memory ran out
    public FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException {
        int patches = Math.multiplyExact(
                shape.image().patchGrid(imageSize), shape.image().patchGrid(imageSize));
        int most = Math.max(1, MOST_PATCHES / patches);
        if (images.size() > most) {
            FloatMatrix first = encodeImages(images.subList(0, most));
            return first.above(encodeImages(images.subList(most, images.size())));
        }
        try (TorchCall call = new TorchCall(runtime)) {
            return image.encode(call, pixels(call, images));
        }
    }

    /// Runs the text tower. CLIP's is given each prompt up to the token that its embedding is read at, the
    /// end token; SigLIP's is given prompts that fill the context. Many prompts of differing length are fine:
    /// those of like length are computed together.
    ///
    /// **Shape:** `(N, E)`, projected and not normalised.
    ///
    /// @throws ProblemException if memory ran out
    public FloatMatrix encodeTexts(List<List<Integer>> prompts) throws ProblemException {
        prompts.forEach(this::check);
        int dimensions = shape.dimensions();
        float[] embeddings = new float[Math.multiplyExact(prompts.size(), dimensions)];
        for (List<Integer> places : PromptBatches.of(prompts)) {
            FloatMatrix batch = encodeBatch(places.stream().map(prompts::get).toList());
            for (int i = 0; i < places.size(); i++) {
                System.arraycopy(batch.row(i), 0, embeddings, places.get(i) * dimensions, dimensions);
            }
        }
        return FloatMatrix.copyOf(prompts.size(), dimensions, embeddings);
    }

    private FloatMatrix encodeBatch(List<List<Integer>> prompts) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            long[] ends =
                    prompts.stream().mapToLong(prompt -> prompt.size() - 1).toArray();
            return text.encode(call, ids(call, prompts), call.longs(ends, ends.length));
        }
    }

    private void check(List<Integer> prompt) {
        int context = shape.text().contextLength();
        int fewest = switch (shape.text()) {
            case ClipText _ -> 1;
            case SiglipText _ -> context; // every token looks at every place
        };
        if (prompt.size() < fewest || prompt.size() > context) {
            throw new IllegalArgumentException("%d tokens in a context of %d".formatted(prompt.size(), context));
        }
    }

    /// {@return the states of all tokens of all images after some blocks}
    ///
    /// **Shape:** `(N · L, D)`, L the tokens of a transformer or the places of a residual network, whose D
    /// grows from stage to stage.
    FloatMatrix imageStates(List<PixelTensor> images, int blocks) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            return image.states(call, pixels(call, images), blocks);
        }
    }

    /// {@return the states of all tokens of all prompts after some blocks}
    ///
    /// **Shape:** `(N · L, D)`, L the length of the longest prompt.
    FloatMatrix textStates(List<List<Integer>> prompts, int blocks) throws ProblemException {
        prompts.forEach(this::check);
        try (TorchCall call = new TorchCall(runtime)) {
            return text.states(call, ids(call, prompts), blocks);
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

    /// Short prompts are filled up with their own last token. What follows an end is multiplied by zero, and
    /// of a broken weight, NaN, that would be NaN: so no token comes in that the prompt does not have.
    private static IValue ids(TorchCall call, List<List<Integer>> prompts) {
        int longest = prompts.stream().mapToInt(List::size).max().orElse(0);
        long[] ids = new long[Math.multiplyExact(prompts.size(), longest)];
        for (int row = 0; row < prompts.size(); row++) {
            List<Integer> prompt = prompts.get(row);
            for (int i = 0; i < longest; i++) {
                ids[row * longest + i] = prompt.get(Math.min(i, prompt.size() - 1));
            }
        }
        return call.longs(ids, prompts.size(), longest);
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
