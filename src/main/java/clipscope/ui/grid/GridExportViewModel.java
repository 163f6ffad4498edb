package clipscope.ui.grid;

import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.grid.table.GridCsv;
import clipscope.ui.grid.table.GridTable;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Writes the grid to files, in the background.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GridExportViewModel {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

    /// What became of the last export.
    public sealed interface State {

        record Idle() implements State {}

        record Working(Path file) implements State {}

        record Written(Path file) implements State {}

        record Failed(Problem problem) implements State {}
    }

    GridExportViewModel(Desk desk) {
        this.desk = desk;
    }

    // properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    // commands

    /// Writes the numbers shown, in the order shown.
    public void csv(GridTable table, Path file) {
        List<String> names = IntStream.range(0, table.rows())
                .mapToObj(r -> fullName(table, r))
                .toList();
        write(file, target -> {
            try (BufferedWriter out = Files.newBufferedWriter(target)) {
                GridCsv.write(table, names, out);
            }
        });
    }

    /// Says that the picture of the grid is being drawn.
    public void drawing(Path file) {
        state.set(new State.Working(file));
    }

    public void png(PixelImage picture, Path file) {
        write(file, target -> PngWriter.write(picture, target));
    }

    /// Tells why there will be no file.
    public void refuse(Problem problem) {
        state.set(new State.Failed(problem));
    }

    private String fullName(GridTable table, int row) {
        return desk.session().source(table.image(row)).name();
    }

    private void write(Path file, ExportFile.Content content) {
        state.set(new State.Working(file));
        var _ = desk.runners()
                .io()
                .<Path>submit(
                        _ -> {
                            ExportFile.write(file, content);
                            return file;
                        },
                        outcome -> state.set(
                                switch (outcome) {
                                    case Outcome.Done(Path written) -> new State.Written(written);
                                    case Outcome.Failed(Throwable cause) -> new State.Failed(Problem.of(cause));
                                }));
    }
}
