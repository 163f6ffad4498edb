package clipscope.ui.grid;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desks;
import clipscope.ui.grid.GridExportViewModel.State;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.ColorScale;
import clipscope.ui.heatmap.HeatMapLegend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A grid of many images, and the files that it is written to.
public final class GridFiles {

    private final Desks desks = new Desks();
    private final GridViewModel grid = new GridViewModel(desks.desk(), _ -> {});

    /// Makes one of so many images with six labels.
    public GridFiles(int images) {
        grid.setVisible(true);
        desks.open();
        List<ImageSource> sources = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            sources.add(Desks.picture("picture %d.png".formatted(i), i % 256, i / 256 % 256, 7));
        }
        desks.desk().session().addImages(sources);
        desks.desk().session().setLabels(List.of("red", "green", "blue", "yellow", "white", "black"));
        desks.tasks().runAll();
    }

    public void csv(Path file) throws ProblemException {
        grid.export().csv(table(), file);
        end();
    }

    public void json(Path file) throws ProblemException {
        grid.export().json(table(), file);
        end();
    }

    public void npy(Path file) throws ProblemException {
        grid.export().npy(table(), file);
        end();
    }

    public void svg(Path file) throws ProblemException {
        grid.export().svg(table(), new HeatMapLegend.Words("0", "1", "cosine", ColorScale.VIRIDIS), file);
        end();
    }

    public void png(PixelImage picture, Path file) throws ProblemException {
        grid.export().png(picture, file);
        end();
    }

    private GridTable table() {
        return Stream.of(grid.contentProperty().get())
                .map(GridContent.Shown.class::cast)
                .findFirst()
                .orElseThrow()
                .table();
    }

    private void end() throws ProblemException {
        desks.tasks().runAll();
        switch (grid.export().stateProperty().get()) {
            case State.Written _ -> {}
            case State.Failed(var problem) -> throw new ProblemException(problem);
            case State other -> throw new IllegalStateException(other.toString());
        }
    }
}
