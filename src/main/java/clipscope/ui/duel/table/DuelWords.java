package clipscope.ui.duel.table;

import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.score.duel.DuelScores;
import clipscope.score.duel.PairedAccuracy;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A duel in sentences.
public final class DuelWords {

    private static final Texts TEXTS = Texts.beside(DuelWords.class);

    private DuelWords() {}

    /// {@return what the distance of two models is}
    public static String distanceTip() {
        return TEXTS.get("tip.distance");
    }

    /// {@return what a rank correlation is}
    public static String correlationTip() {
        return TEXTS.get("tip.correlation");
    }

    /// {@return how the speed was measured}
    public static String speedTip() {
        return TEXTS.get("tip.speed");
    }

    /// {@return what counts as memory}
    public static String memoryTip() {
        return TEXTS.get("tip.memory");
    }

    /// {@return what the accuracy is a share of}
    public static String accuracyTip() {
        return TEXTS.get("tip.accuracy");
    }

    /// {@return how many images the two agree on}
    static String agreement(DuelTable table) {
        int images = table.images().size();
        long differing = table.scores().images().stream()
                .filter(DuelScores.OfImage::differs)
                .count();
        return differing == 0 ? TEXTS.get("agreement.all", images) : TEXTS.get("agreement", differing, images);
    }

    /// {@return that some labels take no part; empty if all do}
    static String others(int labels) {
        return labels == 0 ? "" : TEXTS.get("others", labels);
    }

    /// {@return all of it in one paragraph}
    public static String summary(DuelTable table) {
        return Stream.of(agreement(table), verdict(table.scores().accuracy()), others(table.others()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// {@return who is right, and whether the difference could be chance}
    static String verdict(Optional<PairedAccuracy> accuracy) {
        return accuracy.map(DuelWords::verdict).orElse(TEXTS.get("verdict.none"));
    }

    private static String verdict(PairedAccuracy all) {
        if (all.onlyLeft() + all.onlyRight() == 0) {
            return TEXTS.get("verdict.same", all.labelled(), all.both());
        }
        return TEXTS.get("verdict", all.labelled(), all.onlyLeft(), all.onlyRight(), probability(all.pValue()));
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
                        TEXTS.get("interval", NumberText.shortPercent(one.low()), NumberText.shortPercent(one.high())))
                .orElse("");
    }

    public static String correlation(OptionalDouble correlation) {
        return correlation.isPresent()
                ? String.format(Locale.ROOT, "%.2f", correlation.getAsDouble()).replace('-', '−')
                : "–";
    }
}
