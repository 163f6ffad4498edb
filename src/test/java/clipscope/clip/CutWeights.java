package clipscope.clip;

import clipscope.clip.layout.ModelPlans;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Opens a model and computes with it while another process cuts its weights where they lie, at moments
/// nobody chose, and prints what came of it. A process that is ended by the system prints nothing more.
///
/// Not a test: `packaging/linux/endure.sh cut`; `CutWeights MODEL FOLDER ROUNDS`
final class CutWeights {

    private static final int LATEST = 400; // ms after the first opening began

    private final Path model;
    private final Path weights;
    private int openings;
    private int told;

    private CutWeights(Path model) {
        this.model = model;
        this.weights = model.resolve("model.safetensors");
    }

    public static void main(String[] args) throws Exception {
        CutWeights cut = new CutWeights(Files.createDirectories(Path.of(args[1])));
        int rounds = Integer.parseInt(args[2]);
        Random random = new Random();
        for (int round = 0; round < rounds; round++) {
            copy(Path.of(args[0]), cut.model);
            cut.round(random.nextInt(LATEST));
        }
        System.out.printf("%d times cut in %d openings; told %d times%n", rounds, cut.openings, cut.told);
        System.exit(cut.told == rounds ? 0 : 1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void round(int after) throws Exception {
        String command = "sleep %d.%03d; : > \"$1\"".formatted(after / 1000, after % 1000);
        Process cutting = new ProcessBuilder("sh", "-c", command, "sh", weights.toString()).start();
        boolean cut = false;
        while (!cut) {
            cut = tells();
            openings++;
        }
        told += cutting.waitFor() == 0 && Files.size(weights) == 0 ? 1 : 0;
    }

    /// Opens the model, which looks at some of the weights, and gives it its first picture and its first
    /// text, for which it reads all of them.
    private boolean tells() {
        try (ClipModel opened = ModelLoader.load(ModelPlans.read(model), Computing.in(Precision.FP32))) {
            opened.encodeImages(List.of(opened.preprocess(PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0}))));
            opened.encodeTexts(List.of(opened.tokenize("a cat")));
            return false;
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.ModelChanged _, Problem.BadModelFile _ -> true;
                default -> throw new IllegalStateException(e);
            };
        }
    }
}
