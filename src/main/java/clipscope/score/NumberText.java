package clipscope.score;

import java.util.Locale;

/// Scores as text. The same number looks the same in every workspace.
public final class NumberText {

    private NumberText() {}

    /// {@return a cosine to four decimals: the next to the last is about the limit of bf16}
    public static String cosine(double cosine) {
        return String.format(Locale.ROOT, "%.4f", cosine);
    }

    /// {@return a cosine to three decimals, for a cell}
    public static String shortCosine(double cosine) {
        return String.format(Locale.ROOT, "%.3f", cosine);
    }

    /// {@return by how many standard deviations something differs}
    public static String deviations(double z) {
        return String.format(Locale.ROOT, "%.1f", z);
    }

    public static String logit(double logit) {
        return String.format(Locale.ROOT, "%.2f", logit);
    }

    /// {@return a percentile to one decimal}
    public static String percentile(double percentile) {
        return String.format(Locale.ROOT, "%.1f", percentile);
    }

    /// {@return a probability in percent; never 100 % or 0 % unless it is that to the digits shown}
    public static String percent(double probability) {
        return shortPercent(probability) + " %";
    }

    /// {@return a probability in percent without the sign, for a cell under a heading that says so}
    public static String shortPercent(double probability) {
        double percent = 100 * probability;
        if (percent > 0 && percent < 0.05) {
            return "<0.1";
        }
        if (percent >= 99.95 && probability < 1) {
            return ">99.9";
        }
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
