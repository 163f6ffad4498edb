package clipscope.ui.duel.table;

import clipscope.score.NumberText;
import clipscope.score.duel.DuelScores;
import clipscope.score.duel.PairedAccuracy;
import clipscope.ui.control.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// A duel in sentences.
public final class DuelWords {

    public static final String DISTANCE_TIP = """
            Distance: total variation of the two probability distributions over the labels,
            ½ Σ |p − q|, from 0 (the same) to 1 (nothing in common). Each is the softmax of
            the model's own logits, for a model with a sigmoid too. Only pictures with
            different top labels are listed, those furthest apart first.""";

    public static final String CORRELATION_TIP = """
            Spearman's rank correlation of the two models' cosines over all pictures: 1 if both
            put them in the same order, 0 if the orders have nothing to do with each other,
            −1 if one is the other reversed. Equal cosines share the mean of their ranks.""";

    public static final String SPEED_TIP = """
            Images a second that the image tower encoded in its last batches, without reading the
            files. "from cache": nothing had to be encoded. "too few": the first batch is not counted.""";

    public static final String MEMORY_TIP = """
            Weights: how many numbers the network has, times the bytes of one in the precision it
            computes in. What is needed while it computes comes on top.""";

    public static final String ACCURACY_TIP = """
            Pictures whose folder is called like a label, and whose top label is that one. Below it
            the 95 % interval (Wilson).""";

    private DuelWords() {}

    /// {@return how many images the two agree on}
    static String agreement(DuelTable table) {
        int images = table.images().size();
        long differing = table.scores().images().stream()
                .filter(DuelScores.OfImage::differs)
                .count();
        return differing == 0
                ? "Both give all of %s the same top label.".formatted(Words.count(images, "image", "images"))
                : "%,d of %s get another top label.".formatted(differing, Words.count(images, "image", "images"));
    }

    /// {@return that some labels take no part; empty if all do}
    static String others(int labels) {
        return labels == 0
                ? ""
                : " %s compared: left out, or with words that one of the two does not know."
                        .formatted(Words.count(labels, "label is not", "labels are not"));
    }

    /// {@return all of it in one paragraph}
    public static String summary(DuelTable table) {
        return "%s %s%s".formatted(agreement(table), verdict(table.scores().accuracy()), others(table.others()));
    }

    /// {@return who is right, and whether the difference could be chance}
    static String verdict(Optional<PairedAccuracy> accuracy) {
        return accuracy.map(DuelWords::verdict)
                .orElse("No accuracy: no picture lies in a folder that is called like a label.");
    }

    private static String verdict(PairedAccuracy all) {
        String labelled = Words.count(all.labelled(), "labelled image", "labelled images");
        if (all.onlyLeft() + all.onlyRight() == 0) {
            return "Of %s, both are right on the same %,d.".formatted(labelled, all.both());
        }
        return "Of %s, only A is right on %,d, only B on %,d (McNemar, exact: p = %s)."
                .formatted(labelled, all.onlyLeft(), all.onlyRight(), probability(all.pValue()));
    }

    /// {@return a p-value with two digits that mean something, as tables have it}
    public static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, p < 0.01 ? "%.4f" : "%.2f", p);
    }

    public static String accuracy(Optional<PairedAccuracy.Share> share) {
        return share.map(one -> NumberText.percent(one.share())).orElse("–");
    }

    /// {@return the ends of the interval of an accuracy in percent, empty without one}
    public static String interval(Optional<PairedAccuracy.Share> share) {
        return share.map(one ->
                        "%s to %s".formatted(NumberText.shortPercent(one.low()), NumberText.shortPercent(one.high())))
                .orElse("");
    }

    public static String correlation(OptionalDouble correlation) {
        return correlation.isPresent()
                ? String.format(Locale.ROOT, "%.2f", correlation.getAsDouble()).replace('-', '−')
                : "–";
    }
}
