package clipscope.ui.grid;

import clipscope.embedding.ImageId;
import clipscope.session.Frozen;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridSelection;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.place.CellBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Freezes rows and columns of the grid: those of the selected cells, or of the cell the keyboard is on.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GridFreezeViewModel {

    private final ReadOnlyObjectProperty<GridContent> content;
    private final ReadOnlyObjectProperty<GridChoice> choice;
    private final ReadOnlyObjectProperty<Optional<GridCell>> cursor;
    private final ReadOnlyObjectProperty<Optional<GridSelection>> selection;
    private final Consumer<? super Frozen> freezing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);

    /// What the commands would do now.
    ///
    /// @param images that are meant, none if no cell is
    /// @param imagesFrozen whether all of them are frozen, so that the command frees them
    /// @param labels that are meant
    /// @param labelsFrozen whether all of them are frozen
    /// @param anyFrozen whether anything is frozen at all
    public record State(
            List<ImageId> images, boolean imagesFrozen, List<String> labels, boolean labelsFrozen, boolean anyFrozen) {

        static final State NOTHING = new State(List.of(), false, List.of(), false, false);

        public State {
            images = List.copyOf(images);
            labels = List.copyOf(labels);
        }
    }

    /// @param freezing freezes other rows and columns
    GridFreezeViewModel(GridViewModel grid, Consumer<? super Frozen> freezing) {
        this.content = grid.contentProperty();
        this.choice = grid.choiceProperty();
        this.cursor = grid.cursorProperty();
        this.selection = grid.selectionProperty();
        this.freezing = freezing;
        content.subscribe(this::update);
        choice.subscribe(this::update);
        cursor.subscribe(this::update);
        selection.subscribe(this::update);
    }

    // properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    // commands

    /// Freezes the images that are meant, or frees them if all of them are frozen.
    public void toggleImages() {
        freezing.accept(frozen().withImagesToggled(state.get().images()));
    }

    /// Freezes the labels that are meant, or frees them if all of them are frozen.
    public void toggleLabels() {
        freezing.accept(frozen().withLabelsToggled(state.get().labels()));
    }

    public void freeAll() {
        freezing.accept(Frozen.NOTHING);
    }

    private Frozen frozen() {
        return choice.get().order().frozen();
    }

    private void update() {
        Optional<GridTable> table =
                content.get() instanceof GridContent.Shown(GridTable shown) ? Optional.of(shown) : Optional.empty();
        Optional<CellBlock> block = table.flatMap(this::meant);
        List<ImageId> images = block.map(cells -> between(cells.firstRow(), cells.lastRow(), table.get()::image))
                .orElse(List.of());
        List<String> labels = block.map(cells -> between(
                        cells.firstColumn(),
                        cells.lastColumn(),
                        c -> table.get().column(c).label()))
                .orElse(List.of());
        state.set(new State(
                images,
                hasAll(frozen().images(), images),
                labels,
                hasAll(frozen().labels(), labels),
                !frozen().isNothing()));
    }

    /// {@return the selected cells, or the one the keyboard is on}
    private Optional<CellBlock> meant(GridTable table) {
        return selection
                .get()
                .map(GridSelection::block)
                .filter(block -> block.lastRow() < table.rows() && block.lastColumn() < table.columns())
                .or(() -> cursor.get()
                        .flatMap(cell -> table.rowOf(cell.image())
                                .flatMap(row -> table.columnOf(cell.label())
                                        .map(column -> new CellBlock(row, column, row, column)))));
    }

    private static <T> List<T> between(int first, int last, IntFunction<T> thing) {
        return IntStream.rangeClosed(first, last).mapToObj(thing).toList();
    }

    private static <T> boolean hasAll(List<T> frozen, List<T> meant) {
        return !meant.isEmpty() && new HashSet<>(frozen).containsAll(meant);
    }
}
