package clipscope.ui.train.course;

import clipscope.ui.train.course.CourseNumbers.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.chart.LineChart;
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

    private final CurveAxis steps = new CurveAxis(1);
    private final CurveAxis values = new CurveAxis(0);
    private final List<XYChart.Series<Number, Number>> curves = new ArrayList<>();
    private final VBox root;

    /// @param title of the values
    /// @param names of the curves; told only where there are several
    CurveChartView(String id, String title, String... names) {
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

    /// @param end the last step, 1 or more
    /// @param highest what is shown at the top at least, above 0
    /// @param points of each curve, in their order
    /// @param factor from values to what is shown
    void show(int end, double highest, List<List<Point>> points, double factor) {
        steps.endAt(end);
        values.reach(highest);
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
}
