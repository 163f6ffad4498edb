package clipscope.ui.train.course;

import clipscope.language.Texts;
import clipscope.train.own.Retrieval;
import clipscope.train.run.Progress;
import clipscope.ui.control.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The numbers, curves and similarities of a training.
///
/// **Thread:** Confined to the JavaFX thread.
final class CourseBoard {

    private static final Texts TEXTS = Texts.beside(CourseBoard.class);

    private final VBox root = new VBox();
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane tiles = new FlowPane();
    private final CurveChartView loss = new CurveChartView("train-loss-curve", TEXTS.get("loss"), TEXTS.get("loss"));
    private final CurveChartView recall = new CurveChartView(
            "train-recall-curve", TEXTS.get("recall"), TEXTS.get("image.to.text"), TEXTS.get("text.to.image"));
    private final SimilarityGrid grid = new SimilarityGrid();

    CourseBoard(CourseViewModel model) {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("progress.accessible"));
        tiles.setId("train-numbers");
        tiles.getStyleClass().add("tiles");
        VBox curves = new VBox(loss.node(), recall.node());
        curves.getStyleClass().add("curves");
        VBox.setVgrow(loss.node(), Priority.ALWAYS);
        VBox.setVgrow(recall.node(), Priority.ALWAYS);
        HBox.setHgrow(curves, Priority.ALWAYS);
        HBox pictures = new HBox(curves, grid.node());
        pictures.getStyleClass().add("pictures");
        VBox.setVgrow(pictures, Priority.ALWAYS);
        root.getStyleClass().add("board");
        root.getChildren().setAll(bar, tiles, pictures);
        model.numbersProperty()
                .subscribe(
                        numbers -> show(numbers, going(model.contentProperty().get())));
        model.contentProperty()
                .subscribe(content -> show(model.numbersProperty().get(), going(content)));
    }

    Region node() {
        return root;
    }

    /// {@return whether there are steps to come}
    private static boolean going(CourseContent content) {
        return switch (content) {
            case CourseContent.Preparing _, CourseContent.Learning _, CourseContent.Ending _ -> true;
            case CourseContent.Nothing _, CourseContent.Left _, CourseContent.Done _, CourseContent.Failed _ -> false;
        };
    }

    private void show(CourseNumbers numbers, boolean going) {
        bar.setVisible(going);
        bar.setManaged(going);
        int step = numbers.latest().map(Progress::step).orElse(0);
        bar.setProgress((double) step / numbers.steps());
        loss.show(numbers.steps(), highest(numbers.losses()), List.of(numbers.losses()), 1);
        recall.show(numbers.steps(), 100, List.of(numbers.imageFirst(), numbers.textFirst()), 100);
        grid.show(numbers.cosines());
        tiles.getChildren()
                .setAll(
                        tile(TEXTS.get("step"), TEXTS.get("step.of", step, numbers.steps())),
                        tile(TEXTS.get("loss"), number(numbers, "%.3f", Progress::loss)),
                        tile(TEXTS.get("best"), best(numbers)),
                        tile(TEXTS.get("scale"), number(numbers, "%.1f", Progress::logitScale)),
                        tile(TEXTS.get("temperature"), number(numbers, "%.4f", each -> 1 / each.logitScale())),
                        tile(TEXTS.get("gradient"), number(numbers, "%.2f", Progress::gradient)),
                        tile(
                                TEXTS.get("rate"),
                                numbers.latest()
                                        .map(each -> Words.rate(each.imagesPerSecond()))
                                        .orElse("–")));
        if (going) {
            String left = numbers.latest()
                    .filter(each -> each.step() < each.steps())
                    .map(each -> Words.time(each.left()))
                    .orElse("–");
            tiles.getChildren().add(tile(TEXTS.get("left"), left));
        }
    }

    /// {@return the highest of a curve's values, 1 if none is above zero}
    private static double highest(List<CourseNumbers.Point> points) {
        double highest =
                points.stream().mapToDouble(CourseNumbers.Point::value).max().orElse(0);
        return highest > 0 ? highest : 1;
    }

    private static String best(CourseNumbers numbers) {
        return numbers.best()
                .map((Retrieval each) -> String.format(
                        Locale.ROOT, "%.0f %% / %.0f %%", 100 * each.imageFirst(), 100 * each.textFirst()))
                .orElse("–");
    }

    private static String number(CourseNumbers numbers, String format, ToDoubleFunction<Progress> value) {
        return numbers.latest()
                .map(each -> String.format(Locale.ROOT, format, value.applyAsDouble(each)))
                .orElse("–");
    }

    private static VBox tile(String name, String value) {
        Label number = new Label(value);
        number.getStyleClass().add("tile-value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label key = new Label(name);
        key.getStyleClass().add("tile-name");
        VBox tile = new VBox(number, key);
        tile.getStyleClass().add("tile");
        return tile;
    }
}
