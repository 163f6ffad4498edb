package clipscope.ui.classify.labels;

import clipscope.score.NumberText;
import clipscope.ui.control.Glide;
import clipscope.ui.fx.Appearance;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The bar of a label, and mirrored to its left that of another image or template.
///
/// **Thread:** Confined to the JavaFX thread.
final class Bars extends HBox {

    private final Glide length = new Glide(0, Appearance::reducedMotion);
    private final Glide otherLength = new Glide(0, Appearance::reducedMotion);
    private final Region fill = region("bar-fill");
    private final Region tick = region("tick");
    private final Region otherFill = region("other-fill");
    private final StackPane track = new StackPane(fill, tick);
    private final StackPane otherTrack = new StackPane(otherFill);
    private final Label otherShare = new Label();
    private double usual;

    Bars() {
        getStyleClass().add("bars");
        track.getStyleClass().add("bar");
        otherTrack.getStyleClass().add("other-bar");
        otherShare.getStyleClass().addAll("number", "other-share");
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox.setHgrow(otherTrack, Priority.ALWAYS);
        getChildren().setAll(otherShare, otherTrack, track);
    }

    void show(LabelRow row, long now) {
        length.go(row.bar(), now);
        otherLength.go(row.other().map(LabelRow.Other::bar).orElse(0.0), now);
        usual = row.usual().map(LabelRow.Usual::probability).orElse(0.0);
        tick.setVisible(row.scored() && row.usual().isPresent());
        boolean compared = row.other().isPresent();
        otherShare.setText(row.other().map(other -> text(other, row.kind())).orElse(""));
        otherShare.setVisible(compared);
        otherShare.setManaged(compared);
        otherTrack.setVisible(compared);
        otherTrack.setManaged(compared);
    }

    private static String text(LabelRow.Other other, ProbabilityKind kind) {
        return kind == ProbabilityKind.COSINE
                ? NumberText.cosine(other.cosine())
                : NumberText.percent(other.probability());
    }

    /// Puts the bars where they are at this moment.
    ///
    /// @return whether anything is still on its way
    boolean animate(long now) {
        layout();
        double full = track.getWidth();
        fill.resizeRelocate(0, 0, length(length, now, full), track.getHeight());
        tick.resizeRelocate(Math.rint(usual * (full - 2)), -2, 2, track.getHeight() + 4);
        double other = length(otherLength, now, otherTrack.getWidth());
        otherFill.resizeRelocate(otherTrack.getWidth() - other, 0, other, otherTrack.getHeight());
        return length.moving(now) || otherLength.moving(now);
    }

    /// What is more than nothing shows.
    private static double length(Glide glide, long now, double full) {
        double length = glide.at(now) * full;
        return glide.goal() > 0 ? Math.max(1, length) : length;
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }
}
