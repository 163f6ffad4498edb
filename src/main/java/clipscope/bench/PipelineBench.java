package clipscope.bench;

import clipscope.clip.ClipModel;
import clipscope.clip.pixels.PixelTensor;
import clipscope.image.ImageSource;
import clipscope.image.decode.DecodeDetail;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures the whole way of a folder's pictures: JPEG files of two megapixels to embeddings.
///
/// As in the window, files are decoded at the size that is needed on as many threads as there are processors,
/// while the batches before are encoded.
final class PipelineBench {

    private static final int LIMIT = 100; // megapixels
    private static final int PICTURES = 96;
    private static final int BATCH = 32;

    private final ClipModel model;
    private final Stopwatch stopwatch;
    private final ImageDecoder decoder = new ImageDecoder(LIMIT);

    PipelineBench(ClipModel model, Stopwatch stopwatch) {
        this.model = model;
        this.stopwatch = stopwatch;
    }

    /// {@return the pictures of a second}
    double perSecond() throws ProblemException {
        try (PhotoFile photo = PhotoFile.of(1632, 1224)) {
            return PICTURES / stopwatch.once(() -> encodeAll(photo.source()));
        }
    }

    private void encodeAll(ImageSource source) throws ProblemException {
        DecodeDetail detail = new DecodeDetail.ForShorterSide(model.card().imageSize());
        Callable<PixelTensor> decode =
                () -> model.preprocess(decoder.decode(source, detail).pixels());
        try (ExecutorService decoders =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<PixelTensor>> pictures = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                pictures.add(decoders.submit(decode));
            }
            for (int from = 0; from < PICTURES; from += BATCH) {
                List<PixelTensor> batch = new ArrayList<>();
                for (Future<PixelTensor> picture : pictures.subList(from, Math.min(PICTURES, from + BATCH))) {
                    batch.add(picture.get());
                }
                var _ = model.encodeImages(batch);
            }
        } catch (ExecutionException e) {
            throw new ProblemException(Problem.of(e.getCause() == null ? e : e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(e), e);
        }
    }
}
