package clipscope.score;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// By how much the label that fits an image best leads, and which labels come so near to it that which of
/// them stands first is chance.
///
/// **Thread:** Immutable.
///
/// @param logits between the best and the second, at least 0
/// @param near the best label and those within [#NEAR] of it; empty if it stands alone
/// @param tied whether the best two have the same cosine
public record Lead(double logits, Set<String> near, boolean tied) {

    /// The lead in cosine up to which it is chance. Saving a picture again, as JPEG of quality 90, moved the
    /// lead by about as much in 5 of 100 pictures, and by less in the others (docs/decisions/0017).
    public static final double NEAR = 0.003;

    public Lead {
        near = Set.copyOf(near);
    }

    /// {@return the lead among labels that were compared, empty with fewer than two}
    public static Optional<Lead> of(List<LabelScore> scores) {
        if (scores.size() < 2) {
            return Optional.empty();
        }
        List<LabelScore> best = scores.stream()
                .sorted(Comparator.comparingDouble(LabelScore::cosine).reversed())
                .toList();
        double first = best.getFirst().cosine();
        Set<String> near = best.stream()
                .takeWhile(score -> first - score.cosine() <= NEAR)
                .map(LabelScore::label)
                .collect(Collectors.toSet());
        return Optional.of(new Lead(
                best.get(0).logit() - best.get(1).logit(),
                near.size() > 1 ? near : Set.of(),
                first == best.get(1).cosine()));
    }
}
