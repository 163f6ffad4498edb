package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.MatrixProduct;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Speed of ViT-B/32 with random weights, beside the plain matrix products of the same sizes. Started by
/// hand.
final class ClipNetworkBenchmark {

    private static final int BATCH = 32;
    private static final int ROUNDS = 7;

    private ClipNetworkBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        TransformerShape vision = new TransformerShape(768, 3072, 12, 12, 1e-5, Activation.QUICK_GELU);
        TransformerShape text = new TransformerShape(512, 2048, 12, 8, 1e-5, Activation.QUICK_GELU);
        NetworkShape shape = new NetworkShape(new ClipVision(vision, 224, 32, 512), new ClipText(text, 49408, 77, 512));
        TorchRuntime runtime = TorchRuntime.start();
        out.printf("%s, %d threads%n", runtime.version(), runtime.threads());
        long start = System.nanoTime();
        out.printf("auto: %s", new ComputeTypeChoice(runtime).fasterFor(shape));
        out.printf(" after %.0f ms%n", (System.nanoTime() - start) / 1e6);
        for (ComputeType type : ComputeType.values()) {
            RandomCheckpoint checkpoint = new RandomCheckpoint(shape, 1);
            start = System.nanoTime();
            try (ClipNetwork network = ClipNetwork.bind(runtime, shape, checkpoint, type)) {
                out.printf("%s: bound in %.0f ms%n", type, (System.nanoTime() - start) / 1e6);
                List<PixelTensor> images = Collections.nCopies(BATCH, image());
                double seconds = fastest(() -> network.encodeImages(images));
                double products = fastest(products(runtime, shape, type));
                out.printf(
                        "  %.1f images/s; products alone %.1f images/s; ratio %.2f%n",
                        BATCH / seconds, BATCH / products, products / seconds);
                List<List<Integer>> prompts =
                        Collections.nCopies(BATCH, List.of(49406, 320, 1125, 539, 320, 2368, 49407));
                out.printf("  %.0f prompts/s of 7 tokens%n", BATCH / fastest(() -> network.encodeTexts(prompts)));
            }
        }
    }

    /// The matrix products of all blocks for one batch.
    private static Work products(TorchRuntime runtime, NetworkShape shape, ComputeType type) {
        return () -> {
            try (TorchCall call = new TorchCall(runtime);
                    PtNDManager manager = runtime.newManager();
                    PtSymbolBlock program = runtime.loadProgram(manager)) {
                IValue number = call.number(type.scalarType());
                long spent = 0;
                for (MatrixProduct product : shape.image().products()) {
                    int rows = BATCH * product.rows();
                    IValue states = call.floats(b -> fill(b), rows, product.in());
                    IValue weight = call.floats(b -> fill(b), product.out(), product.in());
                    IValue x = TorchCall.run(program, "cast", states, number);
                    IValue plain = TorchCall.run(program, "cast", weight, number);
                    IValue w = TorchCall.run(program, "pack", plain);
                    TorchCall.run(program, "multiply", x, w).close();
                    long start = System.nanoTime();
                    for (int i = 0; i < product.times(); i++) {
                        TorchCall.run(program, "multiply", x, w).close();
                    }
                    spent += System.nanoTime() - start;
                    x.close();
                    w.close();
                    plain.close();
                }
                return spent;
            }
        };
    }

    private static void fill(java.nio.FloatBuffer buffer) {
        Random random = new Random(1);
        while (buffer.hasRemaining()) {
            buffer.put(random.nextFloat());
        }
    }

    private static PixelTensor image() {
        Random random = new Random(2);
        float[] values = new float[3 * 224 * 224];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PixelTensor.adopt(224, 224, values);
    }

    /// {@return the shortest time in seconds: the work's own if it gives one, else that of its run}
    private static double fastest(Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Object result = work.run();
            long spent = result instanceof Long own ? own : System.nanoTime() - start;
            best = Math.min(best, spent / 1e9);
        }
        return best;
    }

    private interface Work {
        Object run() throws Exception;
    }
}
