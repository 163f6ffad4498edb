package clipscope.ui.prompts.versions;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.score.ensemble.TopChange;
import java.util.List;

/// What the second of two versions changes.
///
/// **Thread:** Immutable.
///
/// @param images how many were compared
/// @param changed those whose top label is another, those that now lead most first
public record VersionsResult(int images, List<Changed> changed) {

    private static final Texts TEXTS = Texts.beside(VersionsResult.class);

    /// An image that changes.
    ///
    /// @param lead of the new label over the next, in probability
    public record Changed(ImageId image, String before, String after, double lead, TopChange.Verdict verdict) {}

    /// {@return the outcome in a sentence}
    public String words() {
        if (changed.isEmpty()) {
            return TEXTS.get("changes.none", images);
        }
        long right = count(TopChange.Verdict.BECOMES_RIGHT);
        long wrong = count(TopChange.Verdict.BECOMES_WRONG);
        boolean judged = changed.stream().anyMatch(one -> one.verdict() != TopChange.Verdict.UNKNOWN);
        return judged
                ? TEXTS.get("changes.judged", changed.size(), images, right, wrong)
                : TEXTS.get("changes", changed.size(), images);
    }

    private long count(TopChange.Verdict verdict) {
        return changed.stream().filter(one -> one.verdict() == verdict).count();
    }
}
