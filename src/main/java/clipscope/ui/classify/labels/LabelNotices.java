package clipscope.ui.classify.labels;

import clipscope.embedding.ImageId;
import clipscope.score.Lead;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be said of all results together: what is missing for them, how they are to be read, by how much
/// the best leads.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelNotices {

    /// Probabilities that say little of one label without another.
    private static final Set<ProbabilityKind> NEEDS_OTHERS = Set.of(ProbabilityKind.ALONE, ProbabilityKind.SHARED);

    private final Desk desk;

    LabelNotices(Desk desk) {
        this.desk = desk;
    }

    /// {@return by how much the best label leads, empty with fewer than two labels compared}
    static Optional<Lead> lead(List<LabelRow> rows) {
        return Lead.of(rows.stream()
                .filter(row -> !row.stale())
                .map(LabelRow::score)
                .flatMap(Optional::stream)
                .toList());
    }

    /// @param selected the image looked at
    /// @param kind how their probabilities are to be read
    /// @param rows all labels, as they fit it
    ResultNotice of(Optional<ImageId> selected, ProbabilityKind kind, List<LabelRow> rows) {
        List<String> labels = desk.session().document().labels();
        if (labels.isEmpty()) {
            return new ResultNotice.NoLabels();
        }
        if (desk.slot().model().isEmpty()) {
            return switch (desk.slot().status()) {
                case ModelSlot.Status.Idle() -> new ResultNotice.NoModel();
                case ModelSlot.Status.Loading(Path location) ->
                    new ResultNotice.ModelLoading(String.valueOf(location.getFileName()));
                case ModelSlot.Status.Failed failed -> new ResultNotice.ModelFailed(failed.problem());
            };
        }
        if (selected.isEmpty()) {
            return new ResultNotice.NoImage();
        }
        if (labels.size() == 1 && NEEDS_OTHERS.contains(kind)) {
            return new ResultNotice.SingleLabel();
        }
        boolean anyAbove = rows.stream().anyMatch(row -> row.scored() && !row.below());
        boolean anyBelow = rows.stream().anyMatch(LabelRow::below);
        return anyBelow && !anyAbove ? new ResultNotice.AllBelow() : new ResultNotice.None();
    }
}
