package clipscope.score;

import clipscope.embedding.FloatMatrix;

/// From cosines to probabilities.
///
/// **Source:** Radford et al. 2021, section 3.1.2: "the cosine similarity … scaled by a temperature parameter
/// τ, and normalized into a probability distribution via a softmax".
public final class Softmax {

    private Softmax() {}

    /// Softmax of `logitScale × cosine`.
    ///
    /// @param cosines in [-1, 1]
    /// @param logitScale the model's, exponentiated; about 100 in those of OpenAI
    /// @return probabilities in the order of the cosines, summing to 1; none for none
    public static double[] of(double[] cosines, double logitScale) {
        double max = Double.NEGATIVE_INFINITY;
        for (double cosine : cosines) {
            max = Math.max(max, logitScale * cosine);
        }
        double[] p = new double[cosines.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(logitScale * cosines[i] - max); // without the shift, exp(logit) overflows at 710
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /// For every image, its probabilities over the prompts: each row sums to 1.
    ///
    /// **Shape:** (images, prompts), as the cosines.
    public static FloatMatrix overPrompts(FloatMatrix cosines, double logitScale) {
        float[] values = new float[cosines.rows() * cosines.columns()];
        double[] line = new double[cosines.columns()];
        for (int r = 0; r < cosines.rows(); r++) {
            for (int c = 0; c < line.length; c++) {
                line[c] = cosines.at(r, c);
            }
            double[] p = of(line, logitScale);
            for (int c = 0; c < line.length; c++) {
                values[r * line.length + c] = (float) p[c];
            }
        }
        return FloatMatrix.adopt(cosines.rows(), cosines.columns(), values);
    }

    /// For every prompt, its probabilities over the images: each column sums to 1.
    ///
    /// **Shape:** (images, prompts), as the cosines.
    ///
    /// **Source:** `logits_per_text` of `CLIP.forward` in `clip/model.py` of openai/CLIP.
    public static FloatMatrix overImages(FloatMatrix cosines, double logitScale) {
        int columns = cosines.columns();
        float[] values = new float[cosines.rows() * columns];
        double[] line = new double[cosines.rows()];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < line.length; r++) {
                line[r] = cosines.at(r, c);
            }
            double[] p = of(line, logitScale);
            for (int r = 0; r < line.length; r++) {
                values[r * columns + c] = (float) p[r];
            }
        }
        return FloatMatrix.adopt(cosines.rows(), columns, values);
    }
}
