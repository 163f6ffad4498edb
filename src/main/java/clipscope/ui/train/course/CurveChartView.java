package clipscope.ui.train.course;

import clipscope.ui.train.course.CourseNumbers.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Curves over the steps of a training.
///
/// **Thread:** Confined to the JavaFX thread.
final class CurveChartView {

    private final NumberAxis steps = new NumberAxis();
    private final List<XYChart.Series<Number, Number>> curves = new ArrayList<>();
    private final VBox root;

    /// {@return values from zero to wherever they reach}
    static NumberAxis open() {
        NumberAxis values = new NumberAxis();
        values.setForceZeroInRange(true);
        return values;
    }

    /// {@return values from 0 to 100}
    static NumberAxis percent() {
        return new NumberAxis(0, 100, 25);
    }

    /// @param title of the values
    /// @param names of the curves; told only where there are several
    CurveChartView(String id, String title, NumberAxis values, String... names) {
        values.setMinorTickVisible(false);
        steps.setAutoRanging(false);
        steps.setMinorTickVisible(false);
        LineChart<Number, Number> chart = new LineChart<>(steps, values);
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setLegendVisible(false);
        chart.setMinSize(0, 0);
        chart.setPrefHeight(150);
        VBox.setVgrow(chart, Priority.ALWAYS);
        Label words = new Label(title);
        words.getStyleClass().add("muted");
        HBox head = new HBox(words);
        head.getStyleClass().add("curve-head");
        for (int i = 0; i < names.length; i++) {
            XYChart.Series<Number, Number> curve = new XYChart.Series<>();
            curves.add(curve);
            chart.getData().add(curve);
            if (names.length > 1) {
                Label name = new Label(names[i]);
                name.getStyleClass().addAll("curve-name", "curve-" + i);
                head.getChildren().add(name);
            }
        }
        root = new VBox(head, chart);
        root.setId(id);
        root.getStyleClass().add("curve");
        root.setMinHeight(0);
    }

    Region node() {
        return root;
    }

    /// @param points of each curve, in their order
    /// @param factor from values to what is shown
    void show(int end, List<List<Point>> points, double factor) {
        steps.setUpperBound(end);
        steps.setTickUnit(tick(end));
        for (int i = 0; i < curves.size(); i++) {
            var data = curves.get(i).getData();
            List<Point> all = points.get(i);
            if (data.size() > all.size()) {
                data.clear(); // a new training
            }
            for (Point point : all.subList(data.size(), all.size())) {
                data.add(new XYChart.Data<>(point.step(), factor * point.value()));
            }
        }
    }

    /// {@return 1, 2 or 5 times a power of ten: about five ticks}
    private static double tick(int end) {
        double rough = Math.max(1, end / 5.0);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }
}
