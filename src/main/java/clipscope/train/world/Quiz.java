package clipscope.train.world;

import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Pictures to be named zero-shot.
///
/// **Thread:** Immutable.
///
/// @param labels among which the model chooses
/// @param answers the number of each picture's label
record Quiz(List<PixelImage> pictures, List<Integer> answers, List<String> labels) {

    /// What is examined. Embeddings need not be normalised.
    interface Candidate {

        FloatMatrix encodeImages(List<PixelImage> pictures) throws ProblemException;

        FloatMatrix encodeTexts(List<String> texts) throws ProblemException;
    }

    /// How many were right, as parts of one.
    ///
    /// @param first of the pictures whose label came first
    /// @param five of those whose label was among the first five, where there were more
    record Score(int pictures, double first, OptionalDouble five) {}

    private static final int AT_ONCE = 256;

    Quiz {
        pictures = List.copyOf(pictures);
        answers = List.copyOf(answers);
        labels = List.copyOf(labels);
    }

    Score of(Candidate candidate) throws ProblemException {
        List<Embedding> prompts = embeddings(candidate.encodeTexts(labels));
        int first = 0;
        int five = 0;
        for (int from = 0; from < pictures.size(); from += AT_ONCE) {
            List<PixelImage> some = pictures.subList(from, Math.min(pictures.size(), from + AT_ONCE));
            List<Embedding> images = embeddings(candidate.encodeImages(some));
            for (int i = 0; i < images.size(); i++) {
                int better = better(images.get(i), prompts, answers.get(from + i));
                first += better < 1 ? 1 : 0;
                five += better < 5 ? 1 : 0;
            }
        }
        return new Score(
                pictures.size(), (double) first / pictures.size(), OptionalDouble.of((double) five / pictures.size()));
    }

    /// {@return how many labels are nearer to an image than the right one, or as near}
    private static int better(Embedding image, List<Embedding> prompts, int answer) {
        double right = image.cosine(prompts.get(answer));
        int better = 0;
        for (int i = 0; i < prompts.size(); i++) {
            if (i != answer && image.cosine(prompts.get(i)) >= right) {
                better++;
            }
        }
        return better;
    }

    private static List<Embedding> embeddings(FloatMatrix rows) {
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            embeddings.add(Embedding.ofProjection(rows.row(i)));
        }
        return embeddings;
    }
}
