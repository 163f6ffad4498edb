package clipscope.ui.grid;

import clipscope.embedding.NpyFile;
import clipscope.file.WholeFile;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.grid.export.GridCsv;
import clipscope.ui.grid.export.GridJson;
import clipscope.ui.grid.export.GridSvg;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.HeatMapLegend;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Writes the grid to files, in the background.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GridExportViewModel {

    private static final Texts TEXTS = Texts.beside(GridExportViewModel.class);

    private static final long COPIED = 500_000; // some megabytes of text, made while the window waits

    private final Desk desk;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

    /// What became of the last export.
    public sealed interface State {

        record Idle() implements State {}

        record Working(Path file) implements State {}

        record Written(Path file) implements State {}

        /// The numbers are on the clipboard.
        record Copied() implements State {}

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
        List<String> names = names(table, ImageSource::name);
        text(file, out -> GridCsv.write(table, names, out));
    }

    /// Writes the numbers shown with what they are and of what.
    public void json(GridTable table, Path file) {
        List<String> names = names(table, ImageSource::name);
        text(file, out -> GridJson.write(table, names, out));
    }

    /// Draws the cells as they are shown.
    public void svg(GridTable table, HeatMapLegend.Words legend, Path file) {
        if ((long) table.rows() * table.columns() > GridSvg.LIMIT) {
            refuse(new Problem.BadInput(
                    TEXTS.get("drawing", table.rows(), table.columns()), TEXTS.get("drawing.limit", GridSvg.LIMIT)));
        } else {
            List<String> names = names(table, ImageSource::shortName);
            text(file, out -> GridSvg.write(table, names, legend, out));
        }
    }

    /// Writes the numbers shown as float32, NaN where there is none.
    public void npy(GridTable table, Path file) {
        write(file, target -> NpyFile.write(target, table.columns(), rows(table)));
    }

    /// {@return the numbers as a spreadsheet pastes them, unless they are too many}
    public Optional<String> tabs(GridTable table) {
        if ((long) table.rows() * table.columns() > COPIED) {
            refuse(new Problem.BadInput(
                    TEXTS.get("table", table.rows(), table.columns()), TEXTS.get("table.limit", COPIED)));
            return Optional.empty();
        }
        state.set(new State.Copied());
        return Optional.of(GridCsv.tabs(table, names(table, ImageSource::name)));
    }

    /// Writes words and numbers.
    @FunctionalInterface
    private interface TextFormat {

        void write(Writer out) throws IOException;
    }

    private void text(Path file, TextFormat format) {
        write(file, target -> {
            try (Writer out = Files.newBufferedWriter(target)) {
                format.write(out);
            }
        });
    }

    private static List<String> names(GridTable table, Function<ImageSource, String> name) {
        return IntStream.range(0, table.rows())
                .mapToObj(table::source)
                .map(name)
                .toList();
    }

    private static List<float[]> rows(GridTable table) {
        return new AbstractList<>() { // a row at a time: all of them would take as much room as the grid

            @Override
            public float[] get(int row) {
                float[] values = new float[table.columns()];
                for (int c = 0; c < values.length; c++) {
                    values[c] = table.value(row, c);
                }
                return values;
            }

            @Override
            public int size() {
                return table.rows();
            }
        };
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

    private void write(Path file, WholeFile.Content content) {
        state.set(new State.Working(file));
        var _ = desk.runners()
                .io()
                .<Path>submit(
                        _ -> {
                            WholeFile.write(file, content);
                            return file;
                        },
                        outcome -> state.set(
                                switch (outcome) {
                                    case Outcome.Done(Path written) -> new State.Written(written);
                                    case Outcome.Failed(Throwable cause) -> new State.Failed(Problem.of(cause));
                                }));
    }
}
