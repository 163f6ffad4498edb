package clipscope.ui.train.course;

import clipscope.embedding.FloatMatrix;
import clipscope.language.Texts;
import clipscope.ui.heatmap.ColorScale;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cosines of a few held-out pictures, row by row, with their captions: as it learns, the diagonal lights
/// up.
///
/// **Thread:** Confined to the JavaFX thread.
final class SimilarityGrid {

    private static final Texts TEXTS = Texts.beside(SimilarityGrid.class);

    private static final int SIDE = 220; // pixels, about

    private final ImageView picture = new ImageView();
    private final Label range = new Label();
    private final VBox root;

    SimilarityGrid() {
        picture.setId("train-grid");
        picture.setSmooth(false);
        Label title = new Label(TEXTS.get("grid"));
        title.getStyleClass().add("muted");
        range.getStyleClass().add("muted");
        Label hint = new Label(TEXTS.get("grid.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        root = new VBox(title, picture, range, hint);
        root.getStyleClass().add("similarities");
        root.setMinWidth(Region.USE_PREF_SIZE);
    }

    Region node() {
        return root;
    }

    void show(Optional<FloatMatrix> cosines) {
        root.setVisible(cosines.isPresent());
        cosines.ifPresent(this::draw);
    }

    private void draw(FloatMatrix cosines) {
        int n = cosines.rows();
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float cosine : cosines.toArray()) {
            lowest = Math.min(lowest, cosine);
            highest = Math.max(highest, cosine);
        }
        int cell = Math.max(1, SIDE / n);
        WritableImage image = new WritableImage(n * cell, n * cell);
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < n * cell; y++) {
            for (int x = 0; x < n * cell; x++) {
                double share = (cosines.at(y / cell, x / cell) - lowest) / Math.max(1e-9, highest - lowest);
                writer.setArgb(x, y, 0xff000000 | ColorScale.VIRIDIS.at(share));
            }
        }
        picture.setImage(image);
        range.setText(TEXTS.get("grid.range", rounded(lowest), rounded(highest)));
    }

    private static String rounded(float cosine) {
        return String.format(Locale.ROOT, "%.2f", cosine);
    }
}
