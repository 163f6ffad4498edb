package clipscope.ui.grid;

import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.score.cluster.Clustering;
import clipscope.session.Frozen;
import clipscope.session.compare.Comparison;
import clipscope.session.desk.Desks;
import clipscope.task.Cancellation;
import clipscope.ui.control.PictureCache;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridColumn;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridRange;
import clipscope.ui.grid.table.GridScores;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.HeatMap;
import clipscope.ui.heatmap.place.CellBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// Tells how long scoring, sorting, clustering and drawing of a large grid take.
///
/// Not a test: figures of one machine. Started by hand, with the options that tests have:
/// `-Dglass.platform=Headless -Dprism.order=sw`, and `GridPulses [IMAGES PROMPTS [FROZEN]]`: so
/// many rows and as many columns stay.
final class GridPulses {

    private static final int DIMENSIONS = 512;
    private static final int FRAMES = 200;

    private final List<ImageId> images;
    private final List<String> labels;
    private final Comparison.Snapshot snapshot;
    private final int frozen;

    /// @param frozen how many rows, and how many columns
    private GridPulses(int images, int prompts, int frozen) {
        this.frozen = frozen;
        Random random = new Random(1);
        this.images = LongStream.rangeClosed(1, images).mapToObj(ImageId::new).toList();
        this.labels = IntStream.range(0, prompts)
                .mapToObj(i -> "a photo of thing number " + i)
                .toList();
        this.snapshot = new Comparison.Snapshot(
                this.images, random(random, images), labels, random(random, prompts), new ScoreRule.Softmax(100));
    }

    public static void main(String[] args) throws Exception {
        GridPulses grid = new GridPulses(
                args.length < 2 ? 10_000 : Integer.parseInt(args[0]),
                args.length < 2 ? 1_000 : Integer.parseInt(args[1]),
                args.length < 3 ? 0 : Integer.parseInt(args[2]));
        GridTable table = grid.arithmetic();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        grid.draw(table);
    }

    private static List<Embedding> random(Random random, int count) {
        return Stream.generate(() -> {
                    float[] values = new float[DIMENSIONS];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) random.nextGaussian();
                    }
                    return Embedding.ofProjection(values);
                })
                .limit(count)
                .toList();
    }

    private GridTable arithmetic() throws Exception {
        GridScores scores = timed("cosines", () -> GridScores.of(snapshot, GridMode.COSINE));
        for (GridMode mode : GridMode.offeredBy(snapshot.scoreRule())) {
            var _ = timed("numbers: " + mode.title(), () -> scores.updated(snapshot, mode));
        }
        GridTable plain = timed("table as added", () -> table(GridChoice.FIRST, scores));
        var _ = timed("table by a column", () -> table(order(new GridOrder.ByColumn(labels.getLast(), true)), scores));
        var _ = timed("table by the best", () -> table(order(new GridOrder.ByBest()), scores));
        var _ = timed("table, robust range", () -> table(GridChoice.FIRST.withRange(GridRange.ROBUST), scores));
        var _ = timed(
                "sum of all cells", () -> plain.summary(new CellBlock(0, 0, plain.rows() - 1, plain.columns() - 1)));
        var _ = timed("details of a cell", () -> plain.facts(plain.rows() / 2, 0));
        var _ = timed(
                "clustering of the prompts",
                () -> Clustering.of(snapshot.promptEmbeddings(), Cancellation.NEVER, _ -> {}));
        var _ = timed(
                "clustering of as many images as are put in the optimal order",
                () -> Clustering.of(
                        snapshot.imageEmbeddings().subList(0, Math.min(images.size(), Clustering.OPTIMAL_LIMIT)),
                        Cancellation.NEVER,
                        _ -> {}));
        var _ = timed(
                "clustering of all images",
                () -> Clustering.of(snapshot.imageEmbeddings(), Cancellation.NEVER, _ -> {}));
        Frozen stay = new Frozen(
                images.subList(images.size() - frozen, images.size()),
                labels.subList(labels.size() - frozen, labels.size()));
        return timed(
                "table as it is drawn",
                () -> table(GridChoice.FIRST.withOrder(GridOrder.FIRST.withFrozen(stay)), scores));
    }

    private static GridChoice order(GridOrder.Rows rows) {
        return GridChoice.FIRST.withOrder(GridOrder.FIRST.withRows(rows));
    }

    private GridTable table(GridChoice choice, GridScores scores) {
        List<GridColumn> columns = labels.stream()
                .map(label -> new GridColumn(label, label, Optional.empty()))
                .toList();
        return GridTable.of(
                new GridTable.Content(
                        images, images.stream().map(_ -> Desks.red("")).toList(), columns, choice),
                scores);
    }

    private void draw(GridTable table) {
        Platform.runLater(() -> {
            Desks desks = new Desks();
            GridViewModel model = new GridViewModel(desks.desk(), _ -> {});
            desks.desk()
                    .session()
                    .addImages(IntStream.range(0, images.size())
                            .mapToObj(i -> Desks.red("picture-" + i + ".png"))
                            .toList());
            HeatMap map = new HeatMap(GridPulses.listener());
            map.show(new GridHeatMapData(model, table, new PictureCache(_ -> Optional.empty())));
            Stage stage = new Stage();
            stage.setScene(new Scene(map, 1000, 900));
            stage.show();
            new Frames(map).start();
        });
    }

    /// Scrolls, zooms out, scrolls the smallest cells, zooms in; a step each frame.
    private static final class Frames extends AnimationTimer {

        private static final List<String> NAMES =
                List.of("scrolling cells with numbers", "zooming out", "scrolling the smallest cells", "zooming in");

        private final HeatMap map;
        private final long[] took = new long[FRAMES];
        private int round; // the first is for the compiler and the glyphs
        private int part;
        private int frame;
        private long last;

        Frames(HeatMap map) {
            this.map = map;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (last != 0 && frame < FRAMES) {
                took[frame] = time - last;
            }
            last = time;
            frame++;
            if (frame == FRAMES) {
                if (round > 0) {
                    tell(NAMES.get(part), took);
                }
                part++;
                frame = 0;
                last = 0;
            }
            if (part == NAMES.size()) {
                part = 0;
                round++;
            }
            if (round > 1) {
                stop();
                System.exit(0);
            }
            boolean zooming = part % 2 == 1;
            wheel(zooming && frame % 4 != 0 ? 0 : part == 3 ? 40 : -40, zooming);
        }

        private void wheel(double down, boolean ctrl) {
            Event.fireEvent(
                    map,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            500,
                            500,
                            500,
                            500,
                            false,
                            ctrl,
                            false,
                            ctrl,
                            true,
                            false,
                            0,
                            down,
                            0,
                            down,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            new PickResult(map, 500, 500)));
        }
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long from = System.nanoTime();
        T result = work.call();
        System.out.printf("%-62s %8.1f ms%n", what, (System.nanoTime() - from) / 1e6);
        return result;
    }

    private static void tell(String what, long[] took) {
        long[] sorted = Arrays.stream(took).filter(time -> time > 0).sorted().toArray();
        System.out.printf(
                "%-62s %8.1f ms a frame, p95 %.1f, longest %.1f%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static HeatMap.Listener listener() {
        return new HeatMap.Listener() {

            @Override
            public void cursorMoved(int row, int column) {}

            @Override
            public void pointed(int row, int column) {}

            @Override
            public void pointerLeft() {}

            @Override
            public void opened(int row, int column) {}

            @Override
            public void columnClicked(int column) {}
        };
    }
}
