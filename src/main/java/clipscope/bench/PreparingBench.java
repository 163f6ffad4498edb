package clipscope.bench;

import clipscope.bench.BenchReport.Preparing;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.image.ImageSource;
import clipscope.image.decode.DecodeDetail;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
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
        try (PhotoFile photo = PhotoFile.of(size.width(), size.height())) {
            double exact = stopwatch.fastest(() -> prepare(photo.source(), new DecodeDetail.All()));
            double reduced = stopwatch.fastest(() -> prepare(photo.source(), new DecodeDetail.ForShorterSide(side)));
            return new Preparing(size.name(), 1 / exact, 1 / reduced);
        }
    }

    private void prepare(ImageSource source, DecodeDetail detail) throws ProblemException {
        var _ = preprocessor.apply(decoder.decode(source, detail).pixels());
    }
}
