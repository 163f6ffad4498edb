package clipscope.score.duel;

/// How often each of two models is right on the same labelled images.
///
/// **Thread:** Immutable.
///
/// @param both images that both get right
/// @param onlyLeft images that the left one alone gets right: McNemar's b
/// @param onlyRight images that the right one alone gets right: McNemar's c
/// @param neither images that both get wrong
public record PairedAccuracy(int both, int onlyLeft, int onlyRight, int neither) {

    private static final double Z95 = 1.959964; // of the normal distribution, both sides

    /// A share and the interval that holds the true one in 95 of 100 such samples.
    ///
    /// @param share in [0, 1], as the ends of the interval
    public record Share(double share, double low, double high) {

        /// The interval stays within [0, 1] and has a width for 0 and for 1 too.
        ///
        /// **Source:** Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference".
        ///
        /// @param of at least 1
        static Share of(int right, int of) {
            double share = (double) right / of;
            double z2 = Z95 * Z95 / of;
            double middle = (share + z2 / 2) / (1 + z2);
            double half = Z95 / (1 + z2) * Math.sqrt(share * (1 - share) / of + z2 / (4 * of));
            return new Share(share, Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    /// {@return how many images have a label}
    public int labelled() {
        return both + onlyLeft + onlyRight + neither;
    }

    /// {@return the accuracy of the left model}
    public Share left() {
        return Share.of(both + onlyLeft, labelled());
    }

    /// {@return the accuracy of the right model}
    public Share right() {
        return Share.of(both + onlyRight, labelled());
    }

    /// How likely the images on which one alone is right fall as unevenly, or more so, if both models were
    /// equally good: exact, two-sided.
    ///
    /// **Range:** (0, 1]; 1 where there is no such image.
    ///
    /// **Source:** McNemar 1947, with the binomial distribution in place of its limit.
    public double pValue() {
        int n = onlyLeft + onlyRight;
        int fewer = Math.min(onlyLeft, onlyRight);
        double logTerm = -n * Math.log(2); // of k = 0: in logarithms, since 2⁻ⁿ is 0 from n = 1,075 on
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= fewer; k++) {
            logTerm += Math.log(n - k + 1.0) - Math.log(k);
            sum += Math.exp(logTerm);
        }
        return Math.clamp(2 * sum, Double.MIN_VALUE, 1);
    }
}
