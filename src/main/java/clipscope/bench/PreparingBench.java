package clipscope.bench;

import clipscope.bench.BenchReport.Preparing;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.image.ImageSource;
import clipscope.image.JpegWriter;
import clipscope.image.decode.DecodeDetail;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures how fast one core turns JPEG files into tensors.
final class PreparingBench {

    private static final int LIMIT = 100; // megapixels
    private static final List<Size> SIZES =
            List.of(new Size("JPEG, 2 MP", 1632, 1224), new Size("JPEG, 12 MP", 4000, 3000));

    private final Preprocessor preprocessor;
    private final int side;
    private final Stopwatch stopwatch;
    private final ImageDecoder decoder = new ImageDecoder(LIMIT);

    PreparingBench(Preprocessing settings, Stopwatch stopwatch) {
        this.preprocessor = new Preprocessor(settings);
        this.side = Math.max(settings.width(), settings.height());
        this.stopwatch = stopwatch;
    }

    private record Size(String name, int width, int height) {}

    List<Preparing> measure() throws ProblemException {
        List<Preparing> measured = new ArrayList<>();
        for (Size size : SIZES) {
            measured.add(measure(size));
        }
        return measured;
    }

    private Preparing measure(Size size) throws ProblemException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "clipscope-bench.jpg");
        try {
            file = Files.createTempFile("clipscope-bench", ".jpg");
            JpegWriter.write(PhotoLike.draw(size.width(), size.height()), file);
            ImageSource source = new ImageSource.OfFile(file);
            double exact = stopwatch.fastest(() -> prepare(source, new DecodeDetail.All()));
            double reduced = stopwatch.fastest(() -> prepare(source, new DecodeDetail.ForShorterSide(side)));
            Files.delete(file);
            return new Preparing(size.name(), 1 / exact, 1 / reduced);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(file, String.valueOf(e.getMessage())), e);
        }
    }

    private void prepare(ImageSource source, DecodeDetail detail) throws ProblemException {
        var _ = preprocessor.apply(decoder.decode(source, detail).pixels());
    }
}
