package clipscope.clip.engine;

import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Speed of ViT-B/32 with random weights, beside the plain matrix products of the same sizes. Started by
/// hand.
final class ClipNetworkBenchmark {

    private static final int BATCH = 32;
    private static final int PROMPTS = 256;
    private static final int ROUNDS = 5;

    private ClipNetworkBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        TransformerShape vision = new TransformerShape(768, 3072, 12, 12, 1e-5, Activation.QUICK_GELU);
        TransformerShape text = new TransformerShape(512, 2048, 12, 8, 1e-5, Activation.QUICK_GELU);
        NetworkShape shape = new NetworkShape(new ClipVision(vision, 224, 32, 512), new ClipText(text, 49408, 77, 512));
        TorchRuntime runtime = TorchRuntime.start();
        out.printf("%s, %d threads%n", runtime.version(), runtime.threads());
        long start = System.nanoTime();
        out.printf("auto: %s", new ComputeTypeChoice(runtime).measure(shape));
        out.printf(" after %.0f ms%n", (System.nanoTime() - start) / 1e6);
        for (ComputeType type : ComputeType.values()) {
            RandomCheckpoint checkpoint = new RandomCheckpoint(shape, 1);
            start = System.nanoTime();
            try (ClipNetwork network = ClipNetwork.bind(runtime, shape, checkpoint, type)) {
                out.printf("%s: bound in %.0f ms%n", type, (System.nanoTime() - start) / 1e6);
                List<PixelTensor> images = Collections.nCopies(BATCH, image());
                double seconds = fastest(() -> network.encodeImages(images));
                double products =
                        new MatrixCeiling(runtime).seconds(shape.image().products(), BATCH, type);
                out.printf(
                        "  %.1f images/s; products alone %.1f images/s; ratio %.2f%n",
                        BATCH / seconds, BATCH / products, products / seconds);
                List<List<Integer>> prompts = prompts(8, 20);
                double brief = fastest(() -> network.encodeTexts(prompts));
                List<List<Integer>> full = prompts(77, 77);
                double padded = fastest(() -> network.encodeTexts(full));
                out.printf(
                        "  %.0f prompts/s of 8 to 20 tokens; of 77 tokens %.0f; ratio %.2f%n",
                        PROMPTS / brief, PROMPTS / padded, brief / padded);
            }
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

    private static List<List<Integer>> prompts(int shortest, int longest) {
        return IntStream.range(0, PROMPTS)
                .mapToObj(i -> Collections.nCopies(shortest + i % (longest - shortest + 1), 320))
                .toList();
    }

    /// {@return the shortest time in seconds}
    private static double fastest(Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private interface Work {
        void run() throws Exception;
    }
}
