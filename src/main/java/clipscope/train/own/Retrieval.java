package clipscope.train.own;

import clipscope.score.retrieval.Recall;
import java.util.List;
import java.util.Locale;

/// How well the held-out pictures and captions find each other.
///
/// **Thread:** Immutable.
///
/// @param images each asks for its caption among all different ones
/// @param texts each asks for its pictures among all
public record Retrieval(Recall images, Recall texts) implements Comparable<Retrieval> {

    private static final int FIRST = 0; // of Recall.KS
    private static final int FIVE = 1;

    /// The columns of a row of the table of examinations.
    static final String COLUMNS = "step,image to text R@1,image to text R@5,text to image R@1,text to image R@5";

    /// {@return the share of the pictures whose first caption is right}
    public double imageFirst() {
        return images.values().get(FIRST);
    }

    public double imageFive() {
        return images.values().get(FIVE);
    }

    public double textFirst() {
        return texts.values().get(FIRST);
    }

    public double textFive() {
        return texts.values().get(FIVE);
    }

    /// {@return one line of a table}
    String row(int step) {
        return String.format(
                Locale.ROOT, "%d,%.4f,%.4f,%.4f,%.4f", step, imageFirst(), imageFive(), textFirst(), textFive());
    }

    /// {@return what a line says; how many were asked is not in it}
    static Retrieval of(List<Double> values) {
        return new Retrieval(
                new Recall(0, List.of(values.get(0), values.get(1))),
                new Recall(0, List.of(values.get(2), values.get(3))));
    }

    /// {@return one line for people}
    public String line() {
        return String.format(
                Locale.ROOT,
                "held out: image to text R@1 %.1f %%, R@5 %.1f %% · text to image R@1 %.1f %%, R@5 %.1f %%",
                100 * imageFirst(),
                100 * imageFive(),
                100 * textFirst(),
                100 * textFive());
    }

    /// By the first of both ways, then by the first five.
    @Override
    public int compareTo(Retrieval other) {
        int byFirst = Double.compare(imageFirst() + textFirst(), other.imageFirst() + other.textFirst());
        return byFirst != 0 ? byFirst : Double.compare(imageFive() + textFive(), other.imageFive() + other.textFive());
    }
}
