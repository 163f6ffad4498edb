package clipscope.score.ensemble;

/// How well scores do on the images of a session.
///
/// **Thread:** Immutable.
///
/// @param agreement share of the judged images whose top label is the reference's, [0, 1]: the accuracy, if
///     that is the truth
/// @param margin mean of the lead in probability, counted as negative where the top label is not the
///     reference's, [-1, 1]
/// @param judged how many images have a reference
/// @param truth whether the reference is the truth
public record Quality(double agreement, double margin, int judged, boolean truth) {

    private static final double Z95 = 1.96; // of the normal distribution, both sides

    /// Measures scores.
    public static Quality of(LabelScores scores, Reference reference) {
        int judged = 0;
        int right = 0;
        double margins = 0;
        for (int image = 0; image < scores.images(); image++) {
            if (reference.labels().get(image).isPresent()) {
                judged++;
                boolean agrees =
                        scores.top(image) == reference.labels().get(image).getAsInt();
                right += agrees ? 1 : 0;
                margins += agrees ? scores.margin(image) : -scores.margin(image);
            }
        }
        return judged == 0
                ? new Quality(0, 0, 0, reference.truth())
                : new Quality((double) right / judged, margins / judged, judged, reference.truth());
    }

    /// {@return what templates are chosen by: accuracy where images have labels, or else the margin, which
    /// counts against a template where it disagrees}
    public double objective() {
        return truth ? agreement : margin;
    }

    /// {@return half the width of the 95 % interval of the accuracy, by the normal approximation}
    public double uncertainty() {
        return judged == 0 ? 0 : Z95 * Math.sqrt(agreement * (1 - agreement) / judged);
    }
}
