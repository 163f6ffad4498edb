package clipscope.score.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What the top labels of templates are measured by: the truth where it is known, or else the vote of all
/// templates.
///
/// **Thread:** Immutable.
///
/// @param labels for each image the place of its label, empty for an image that is not judged
/// @param truth whether they are known to be right, and not merely voted
public record Reference(List<OptionalInt> labels, boolean truth) {

    public Reference {
        labels = List.copyOf(labels);
    }

    /// {@return the truth if any image has one, or else the vote of all templates}
    ///
    /// @param truths for each image the place of its true label, empty where nobody knows it
    public static Reference of(TemplateCosines cosines, List<OptionalInt> truths) {
        return truths.stream().anyMatch(OptionalInt::isPresent) ? new Reference(truths, true) : vote(cosines);
    }

    /// {@return for each image the label that most templates put first; the first of equal ones}
    static Reference vote(TemplateCosines cosines) {
        int[][] votes = new int[cosines.images()][cosines.labels()];
        for (int template = 0; template < cosines.templates(); template++) {
            LabelScores scores = LabelScores.ofSingle(cosines, template);
            for (int image = 0; image < votes.length; image++) {
                votes[image][scores.top(image)]++;
            }
        }
        List<OptionalInt> winners = new ArrayList<>();
        for (int[] ofImage : votes) {
            int best = 0;
            for (int label = 1; label < ofImage.length; label++) {
                best = ofImage[label] > ofImage[best] ? label : best;
            }
            winners.add(OptionalInt.of(best));
        }
        return new Reference(winners, false);
    }
}
