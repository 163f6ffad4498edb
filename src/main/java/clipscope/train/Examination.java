package clipscope.train;

import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Rasteriser;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.SceneSource;
import clipscope.train.drawing.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Freshly drawn pictures of one figure each, to be named zero-shot with the template "a photo of a {}".
///
/// **Thread:** Immutable.
public final class Examination {

    /// What is examined. Embeddings need not be normalised.
    public interface Candidate {

        FloatMatrix encodeImages(List<PixelImage> pictures) throws ProblemException;

        FloatMatrix encodeTexts(List<String> texts) throws ProblemException;
    }

    private static final String TEMPLATE = "a photo of a ";

    private final List<Figure> figures;
    private final List<PixelImage> pictures;

    /// Draws the pictures, as hard as those at the end of training.
    ///
    /// @param combinations what is drawn
    /// @param seed the same seed gives the same pictures
    public Examination(List<Combination> combinations, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneSource scenes = new SceneSource(combinations, 1);
        Rasteriser rasteriser = new Rasteriser(NanoModel.IMAGE_SIZE);
        List<Figure> drawn = new ArrayList<>();
        List<PixelImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Scene scene = scenes.single(random);
            drawn.add(scene.figures().getFirst());
            images.add(rasteriser.draw(scene));
        }
        this.figures = List.copyOf(drawn);
        this.pictures = List.copyOf(images);
    }

    /// {@return how many pictures the candidate names right}
    public Accuracy of(Candidate candidate) throws ProblemException {
        List<Embedding> images = embeddings(candidate.encodeImages(pictures));
        return new Accuracy(
                pictures.size(),
                share(candidate, images, Combination.all(), Combination::words, Examination::combination),
                share(candidate, images, Arrays.asList(Shape.values()), Shape::word, Figure::shape),
                share(candidate, images, Arrays.asList(Colour.values()), Colour::word, Figure::colour));
    }

    private static Combination combination(Figure figure) {
        return new Combination(figure.colour(), figure.shape());
    }

    /// {@return the part of the pictures whose nearest label is the figure's}
    private <T> double share(
            Candidate candidate,
            List<Embedding> images,
            List<T> labels,
            Function<T, String> words,
            Function<Figure, T> truth)
            throws ProblemException {
        List<Embedding> prompts = embeddings(candidate.encodeTexts(
                labels.stream().map(label -> TEMPLATE + words.apply(label)).toList()));
        int right = 0;
        for (int i = 0; i < images.size(); i++) {
            if (labels.get(nearest(images.get(i), prompts)).equals(truth.apply(figures.get(i)))) {
                right++;
            }
        }
        return (double) right / images.size();
    }

    private static int nearest(Embedding image, List<Embedding> prompts) {
        int best = 0;
        for (int i = 1; i < prompts.size(); i++) {
            if (image.cosine(prompts.get(i)) > image.cosine(prompts.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static List<Embedding> embeddings(FloatMatrix rows) {
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            embeddings.add(Embedding.ofProjection(rows.row(i)));
        }
        return embeddings;
    }

    /// {@return the pictures as tensors}
    static List<PixelTensor> tensors(List<PixelImage> pictures) {
        return pictures.stream().map(NanoModel::pixels).toList();
    }
}
