package clipscope.ui.models.catalogue;

import clipscope.zoo.catalogue.CatalogueModel.Facts;
import java.util.OptionalDouble;

/// A model as the list shows it.
///
/// **Thread:** Immutable.
///
/// @param id unlike all others; of the catalogue, a name of the shelf, or a place
/// @param title "ViT-B/32"
/// @param by whoever trained it, or where it lies
/// @param goodFor in a few words, empty if nobody said
/// @param rate about how many pictures a second here
/// @param recommended whether nothing that fits this machine beats it
/// @param roomy whether it leaves half of this machine's memory to others
public record CatalogueRow(
        String id,
        String title,
        String by,
        String goodFor,
        String licence,
        Facts facts,
        OptionalDouble rate,
        boolean recommended,
        boolean roomy,
        RowState state) {

    /// {@return whether it is on this machine}
    boolean here() {
        return switch (state) {
            case RowState.InUse _, RowState.Here _, RowState.Spoilt _ -> true;
            case RowState.Absent _, RowState.Coming _, RowState.Testing _, RowState.Paused _, RowState.Failed _ ->
                false;
        };
    }

    /// {@return whether all the words of a question are in what is shown of it}
    boolean matches(String question) {
        String all = "%s %s %s %s %s".formatted(id, title, by, goodFor, licence).toLowerCase(java.util.Locale.ROOT);
        for (String word : question.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    CatalogueRow with(RowState other) {
        return new CatalogueRow(id, title, by, goodFor, licence, facts, rate, recommended, roomy, other);
    }
}
