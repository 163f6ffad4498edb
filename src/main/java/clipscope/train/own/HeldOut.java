package clipscope.train.own;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.pixels.Preprocessor;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.score.retrieval.Recall;
import clipscope.train.data.Example;
import clipscope.train.data.PictureStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The pictures and captions that a training is examined with.
///
/// **Thread:** Confined to the thread that learns.
final class HeldOut {

    private static final int BATCH = 64; // pictures encoded at once
    private static final int SHOWN = 16; // pairs of the grid

    private final List<Example> examples;
    private final List<String> texts;
    private final List<Integer> shown;
    private final PictureStore store;
    private final Preprocessor preprocessor;
    private final CaptionIds captions;

    HeldOut(List<Example> examples, PictureStore store, Preprocessor preprocessor, CaptionIds captions) {
        this.examples = List.copyOf(examples);
        this.texts = examples.stream()
                .map(each -> each.captions().getFirst())
                .distinct()
                .toList();
        this.store = store;
        this.preprocessor = preprocessor;
        this.captions = captions;
        this.shown = shown();
    }

    /// {@return the first pictures of different captions}
    private List<Integer> shown() {
        List<Integer> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < examples.size() && chosen.size() < SHOWN; i++) {
            if (seen.add(examples.get(i).captions().getFirst())) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    /// What an examination shows.
    ///
    /// @param cosines **Shape:** `(n, n)`, of the same few pictures and captions each time, the fitting ones
    ///     on the diagonal
    record Result(Retrieval retrieval, FloatMatrix cosines) {}

    /// {@return how the network does now, on average}
    ///
    /// @param lastGood the step of the last checkpoint
    /// @throws ProblemException if a picture cannot be read any more, or the network gives no numbers any
    ///     more
    Result examine(TrainingNetwork network, int lastGood) throws ProblemException {
        List<Embedding> images = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += BATCH) {
            List<PixelTensor> pixels = new ArrayList<>();
            for (Example each : examples.subList(from, Math.min(examples.size(), from + BATCH))) {
                pixels.add(preprocessor.apply(store.picture(each.file())));
            }
            addRows(network.encodeImages(pixels), images);
        }
        List<Embedding> words = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            addRows(
                    network.encodeTexts(texts.subList(from, Math.min(texts.size(), from + BATCH)).stream()
                            .map(captions::of)
                            .toList()),
                    words);
        }
        if (images.size() < examples.size() || words.size() < texts.size()) {
            throw new ProblemException(new Problem.LossNotANumber(network.steps(), lastGood));
        }
        FloatMatrix cosines = cosines(images, words);
        return new Result(retrieval(cosines), grid(cosines));
    }

    /// Leaves out rows that have no direction.
    private static void addRows(FloatMatrix projections, List<Embedding> to) {
        for (int i = 0; i < projections.rows(); i++) {
            double squares = 0;
            for (float value : projections.row(i)) {
                squares += (double) value * value;
            }
            if (squares > 0 && Double.isFinite(squares)) {
                to.add(Embedding.ofProjection(projections.row(i)));
            }
        }
    }

    private static FloatMatrix cosines(List<Embedding> images, List<Embedding> words) {
        float[] cosines = new float[images.size() * words.size()];
        int at = 0;
        for (Embedding image : images) {
            for (Embedding text : words) {
                cosines[at++] = image.cosine(text);
            }
        }
        return FloatMatrix.copyOf(images.size(), words.size(), cosines);
    }

    private Retrieval retrieval(FloatMatrix cosines) {
        return new Retrieval(
                recall(examples.size(), texts.size(), i -> new Recall.Query(t -> cosines.at(i, t), t -> belong(i, t))),
                recall(texts.size(), examples.size(), t -> new Recall.Query(i -> cosines.at(i, t), i -> belong(i, t))));
    }

    private boolean belong(int image, int text) {
        return examples.get(image).captions().contains(texts.get(text));
    }

    private static Recall recall(int queries, int candidates, Function<Integer, Recall.Query> query) {
        List<Recall.Query> all = new ArrayList<>();
        for (int i = 0; i < queries; i++) {
            all.add(query.apply(i));
        }
        return Recall.of(all, candidates);
    }

    private FloatMatrix grid(FloatMatrix cosines) {
        int n = shown.size();
        float[] grid = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < n; t++) {
                String text = examples.get(shown.get(t)).captions().getFirst();
                grid[i * n + t] = cosines.at(shown.get(i), texts.indexOf(text));
            }
        }
        return FloatMatrix.copyOf(n, n, grid);
    }
}
