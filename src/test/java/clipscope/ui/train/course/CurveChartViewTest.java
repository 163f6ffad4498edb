package clipscope.ui.train.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.ui.train.course.CourseNumbers.Point;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

@FxTest
class CurveChartViewTest {

    private final CurveChartView recall = new CurveChartView("recall", "recall", "recall");
    private final CurveChartView loss = new CurveChartView("loss", "loss", "loss");

    /// At a height of 245 pixels, 100 times a hundredth of it is more than 245.
    @Test
    void bothEndsOfEachAxisAreToldInEverySize() {
        recall.show(700, 100, List.of(List.of(new Point(0, 0.1), new Point(700, 1))), 100);
        StackPane pane = new StackPane(recall.node());
        new PageStage(pane, 400, 300).picture(); // a style for all of it
        for (int larger = 0; larger < 120; larger++) {
            pane.resize(400 + larger, 200 + larger);
            pane.layout();

            assertEquals(
                    List.of("0", "100", "200", "300", "400", "500", "600", "700"), labels(pane, true), "" + larger);
            assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(pane, false), "" + larger);
        }
    }

    @Test
    void theLossReachesARoundNumberThatIsTold() {
        loss.show(1000, 3.12, List.of(List.of(new Point(5, 3.12), new Point(10, 2.9))), 1);
        StackPane pane = new StackPane(loss.node());
        new PageStage(pane, 500, 300).picture();

        assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5"), labels(pane, false));
        assertEquals(List.of("0", "200", "400", "600", "800", "1,000"), labels(pane, true));
    }

    @Test
    void stepsAreWholeAndTheLastIsToldEvenIfItIsNotRound() {
        StackPane pane = new StackPane(loss.node());
        PageStage stage = new PageStage(pane, 500, 300);
        loss.show(2, 0.012, List.of(List.of(new Point(1, 0.012))), 1);
        stage.picture();
        assertEquals(List.of("0", "1", "2"), labels(pane, true));
        assertEquals("0.012", labels(pane, false).getLast());

        loss.show(1340, 0.012, List.of(List.of(new Point(1, 0.012))), 1);
        stage.picture();
        assertEquals(List.of("0", "200", "400", "600", "800", "1,000", "1,200", "1,340"), labels(pane, true));
    }

    /// {@return what is told along the steps or along the values, from the lowest on}
    private static List<String> labels(Parent chart, boolean steps) {
        return chart.lookupAll(".axis").stream()
                .filter(axis -> axis.getBoundsInParent().getWidth()
                                > axis.getBoundsInParent().getHeight()
                        == steps)
                .flatMap(axis -> ((Parent) axis).getChildrenUnmodifiable().stream())
                .filter(node -> node instanceof Text text && text.isVisible())
                .map(node -> ((Text) node).getText())
                .filter(text -> !text.isEmpty())
                .sorted((one, other) -> Double.compare(number(one), number(other)))
                .toList();
    }

    private static double number(String label) {
        return Double.parseDouble(label.replace(",", ""));
    }
}
