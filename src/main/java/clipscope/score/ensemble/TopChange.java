package clipscope.score.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// An image whose top label is another by the second of two scores.
///
/// **Thread:** Immutable.
///
/// @param image its place
/// @param before place of the top label by the first
/// @param after place of the top label by the second, among its own labels
/// @param lead by how much the new label leads the next in probability now, [0, 1]
/// @param verdict what became of it, where the truth is known
public record TopChange(int image, int before, int after, double lead, Verdict verdict) {

    /// Whether the new label is the right one, and whether the old one was.
    public enum Verdict {
        BECOMES_RIGHT,
        BECOMES_WRONG,
        STAYS_WRONG,
        UNKNOWN
    }

    /// {@return the images that change, those that now lead most first}
    ///
    /// @param before the names of the labels of the first scores, in their order
    /// @param after the names of those of the second
    /// @param truths for each image the place of its true label among the first
    public static List<TopChange> between(
            LabelScores a, List<String> before, LabelScores b, List<String> after, List<OptionalInt> truths) {
        List<TopChange> changes = new ArrayList<>();
        for (int image = 0; image < a.images(); image++) {
            int old = a.top(image);
            int fresh = b.top(image);
            if (!before.get(old).equals(after.get(fresh))) {
                OptionalInt truth = truths.get(image);
                Verdict verdict = truth.isEmpty()
                        ? Verdict.UNKNOWN
                        : verdict(before.get(truth.getAsInt()), before.get(old), after.get(fresh));
                changes.add(new TopChange(image, old, fresh, b.margin(image), verdict));
            }
        }
        changes.sort(Comparator.comparingDouble(TopChange::lead).reversed());
        return changes;
    }

    private static Verdict verdict(String truth, String before, String after) {
        if (after.equals(truth)) {
            return Verdict.BECOMES_RIGHT;
        }
        return before.equals(truth) ? Verdict.BECOMES_WRONG : Verdict.STAYS_WRONG;
    }
}
