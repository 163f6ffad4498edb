package clipscope.ui.classify.labels;

import clipscope.language.Texts;
import clipscope.score.Distribution;
import clipscope.score.NumberText;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// The cosines of one prompt with all images as a small histogram, with a line where this image is.
///
/// **Thread:** Confined to the JavaFX thread.
final class SpreadBar extends Label {

    private static final Texts TEXTS = Texts.beside(SpreadBar.class);

    private static final int PARTS = 20;
    private static final double PART = 3; // pixels
    private static final double HEIGHT = 18;

    private final Path counts = new Path();
    private final Region mark = new Region();
    private final Tooltip place = new Tooltip();
    private final Region box = new Region() {

        @Override
        protected double computePrefWidth(double height) {
            return PARTS * PART;
        }

        @Override
        protected double computePrefHeight(double width) {
            return HEIGHT;
        }

        {
            getChildren().setAll(counts, mark);
        }
    };
    private @Nullable Distribution shown;

    SpreadBar() {
        getStyleClass().add("spread");
        counts.getStyleClass().add("counts");
        counts.setManaged(false);
        mark.getStyleClass().add("mark");
        mark.setManaged(false);
        setGraphic(box);
        setTooltip(place);
        setFocusTraversable(false);
    }

    /// Shows a distribution.
    ///
    /// @param cosine of this image
    void show(Distribution spread, double cosine) {
        double low = spread.min();
        double high = spread.max();
        if (!spread.equals(shown)) {
            shown = spread;
            draw(spread.histogram(low, high, PARTS));
        }
        double x = high > low ? (cosine - low) / (high - low) * (PARTS * PART - 2) : PARTS * PART / 2;
        mark.resizeRelocate(Math.rint(x), 0, 2, HEIGHT);
        place.setText(words(spread, cosine));
    }

    static String words(Distribution spread, double cosine) {
        return TEXTS.get(
                spread.z(cosine) < 0 ? "spread.below" : "spread.above",
                NumberText.percent(spread.rank(cosine)),
                spread.size(),
                NumberText.deviations(Math.abs(spread.z(cosine))),
                NumberText.cosine(spread.mean()));
    }

    private void draw(int[] histogram) {
        int most = 1;
        for (int count : histogram) {
            most = Math.max(most, count);
        }
        counts.getElements().clear();
        for (int i = 0; i < PARTS; i++) {
            if (histogram[i] > 0) {
                double top = HEIGHT - Math.max(1, Math.rint((HEIGHT - 2) * histogram[i] / most));
                counts.getElements()
                        .addAll(
                                new MoveTo(i * PART, HEIGHT),
                                new LineTo(i * PART, top),
                                new LineTo((i + 1) * PART - 1, top),
                                new LineTo((i + 1) * PART - 1, HEIGHT),
                                new ClosePath());
            }
        }
    }
}
