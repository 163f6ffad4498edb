package clipscope.ui.duel;

import clipscope.problem.Problem;
import clipscope.ui.duel.table.DuelTable;

/// What the area of the duel shows.
///
/// **Thread:** Immutable.
public sealed interface DuelContent {

    /// There are no images.
    record NoImages() implements DuelContent {}

    /// There are images, but nothing to compare them with.
    record NoLabels() implements DuelContent {}

    /// No model is in use yet.
    record NoModel() implements DuelContent {}

    /// There is one model, and none beside it.
    record NoSecond() implements DuelContent {}

    /// The second model is being loaded.
    record Loading(String name) implements DuelContent {}

    /// The second model could not be loaded.
    record NotLoaded(String name, Problem problem) implements DuelContent {}

    /// Images are being read or encoded for one of the two.
    record Encoding() implements DuelContent {}

    /// No image was encoded by both, for somebody has cancelled it.
    record NothingEncoded() implements DuelContent {}

    /// No label has words that both know, or none is encoded yet.
    record NoCommonLabel() implements DuelContent {}

    /// There are no numbers, because of this.
    record Failed(Problem problem) implements DuelContent {}

    /// The two compared.
    record Shown(DuelTable table) implements DuelContent {}
}
