package clipscope.score.duel;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;

/// What one of two models makes of the images.
///
/// **Shape:** (images, labels), the same for both.
///
/// **Thread:** Immutable.
///
/// @param rule the model's own: its scale, and whether its labels share their probability
public record Corner(FloatMatrix cosines, ScoreRule rule) {

    double[] cosines(int image) {
        double[] line = new double[cosines.columns()];
        for (int label = 0; label < line.length; label++) {
            line[label] = cosines.at(image, label);
        }
        return line;
    }

    /// {@return the cosines of a label with all images}
    float[] ofLabel(int label) {
        float[] column = new float[cosines.rows()];
        for (int image = 0; image < column.length; image++) {
            column[image] = cosines.at(image, label);
        }
        return column;
    }
}
