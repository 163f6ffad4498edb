package clipscope.ui.grid.table;

import clipscope.embedding.ImageId;
import clipscope.session.Frozen;
import java.util.List;
import java.util.Optional;

/// In which order rows and columns stand.
///
/// **Thread:** Immutable.
///
/// @param columns the labels in an order of their own, empty for that of the session
/// @param byFolder whether images of one folder stand together, in the rows' order among themselves
/// @param frozen what comes before everything else
public record GridOrder(Rows rows, Optional<List<String>> columns, boolean byFolder, Frozen frozen) {

    public static final GridOrder FIRST = new GridOrder(new AsIs(), Optional.empty(), false, Frozen.NOTHING);

    public GridOrder {
        columns = columns.map(List::copyOf);
    }

    /// How rows are put in order. What has no number comes last.
    public sealed interface Rows {}

    /// As in the session.
    public record AsIs() implements Rows {}

    /// By the numbers of one column.
    public record ByColumn(String label, boolean highestFirst) implements Rows {}

    /// By the highest number of each row, highest first.
    public record ByBest() implements Rows {}

    /// In an order that was found once; images that are not in it come last.
    ///
    /// @param clustered whether it is that of a clustering, or one that the person wants to keep
    public record Listed(List<ImageId> images, boolean clustered) implements Rows {

        public Listed {
            images = List.copyOf(images);
        }
    }

    public GridOrder withRows(Rows other) {
        return new GridOrder(other, columns, byFolder, frozen);
    }

    public GridOrder withColumns(Optional<List<String>> other) {
        return new GridOrder(rows, other, byFolder, frozen);
    }

    public GridOrder grouped(boolean folders) {
        return new GridOrder(rows, columns, folders, frozen);
    }

    public GridOrder withFrozen(Frozen other) {
        return new GridOrder(rows, columns, byFolder, other);
    }

    /// {@return what a click on a header makes of the order: highest first, lowest first, as in the session}
    public GridOrder clicked(String label) {
        return withRows(
                rows instanceof ByColumn(String present, boolean highestFirst) && present.equals(label)
                        ? highestFirst ? new ByColumn(label, false) : new AsIs()
                        : new ByColumn(label, true));
    }
}
