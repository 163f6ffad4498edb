package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.settings.WindowSettings.Theme;
import clipscope.task.Job;
import clipscope.ui.control.Page;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole window at sizes that not every page has room in.
@FxTest
class LowWindowTest {

    @ParameterizedTest
    @CsvSource({"1000, 656", "960, 520"})
    void noPagePushesTheBarsOutOfTheWindow(double width, double height) {
        List<String> outside = new ArrayList<>();
        try (WholeWindow window = new WholeWindow()) {
            window.open(Theme.LIGHT, width, height);
            window.begin();
            window.rest();
            for (Page page : window.pages()) {
                window.shell.pageProperty().set(page.id());
                window.rest();
                Scene scene = window.stage.getScene();
                Snapshots.save(
                        Snapshots.of(scene),
                        Path.of("target", "snapshots", "low-%s-%.0f.png".formatted(page.id(), width)));
                Bounds frame = scene.getRoot().getLayoutBounds();
                for (String bar : List.of("#shell-top", "#shell-rail", "#shell-status")) {
                    Node node = Objects.requireNonNull(scene.lookup(bar), bar);
                    Bounds place = node.localToScene(node.getLayoutBounds());
                    if (place.getMinY() < -0.5 || place.getMaxY() > frame.getHeight() + 0.5) {
                        outside.add(page.id() + " " + bar + " " + place);
                    }
                }
            }
        }
        assertEquals(List.of(), outside);
    }

    /// 1400 x 900 with letters twice as large.
    @Test
    void onAScreenThatIsTooNarrowTheRailIsStillThere() {
        try (WholeWindow window = new WholeWindow()) {
            window.open(Theme.LIGHT, 700, 450);
            window.begin();
            window.rest();
            Node rail = Objects.requireNonNull(window.stage.getScene().lookup("#shell-rail"));
            assertEquals(0, rail.localToScene(rail.getLayoutBounds()).getMinX(), 0.5);
            Snapshots.save(Snapshots.of(window.stage.getScene()), Path.of("target", "snapshots", "low-narrow.png"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 656", "1000, 560"})
    void thePartsOfTheLaboratoryStandBelowEachOther(double width, double height) {
        try (WholeWindow window = new WholeWindow()) {
            window.open(Theme.LIGHT, width, height);
            window.begin();
            window.shell.pageProperty().set("prompts");
            window.rest();
            Parent lab = (Parent) Objects.requireNonNull(window.stage.getScene().lookup("#prompts-lab"));
            double end = 0;
            for (Node part : lab.getChildrenUnmodifiable()) {
                if (part.isManaged()) {
                    assertTrue(part.getBoundsInParent().getMinY() >= end - 0.5, part + " begins where another is");
                    end = part.getBoundsInParent().getMaxY();
                }
            }
            assertTrue(end <= lab.getLayoutBounds().getHeight(), "and within its panel");
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 700"})
    void theNumbersOfTwoJobsAreWhole(double width, double height) {
        try (WholeWindow window = new WholeWindow()) {
            window.open(Theme.LIGHT, width, height);
            window.begin();
            window.rest();
            for (String title : List.of("Encoding images", "Encoding prompts")) {
                Job job = window.desk.jobs().start(title, () -> {});
                job.expect(200);
                window.now += 10_000_000_000L;
                job.advance(96); // at a rate, with a time left
            }
            window.shell.status().refresh();
            window.rest();
            List<Labeled> texts = window.stage.getScene().getRoot().lookupAll("#shell-jobs .label").stream()
                    .map(Labeled.class::cast)
                    .toList();
            Snapshots.save(Snapshots.of(window.stage.getScene()), Path.of("target", "snapshots", "two-jobs.png"));

            assertTrue(
                    texts.stream()
                                    .filter(text -> text.getText().contains("left"))
                                    .count()
                            == 2,
                    texts::toString);
            assertEquals(4, texts.size(), "what is done and how fast, of each");
            for (Labeled text : texts) {
                assertTrue(text.getWidth() >= text.prefWidth(-1) - 0.5, text::getText);
            }
        }
    }
}
