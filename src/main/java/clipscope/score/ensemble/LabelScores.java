package clipscope.score.ensemble;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;
import clipscope.score.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The probabilities that one template, or several together, give to the labels of each image.
///
/// **Shape:** (images, labels).
///
/// **Thread:** Immutable.
public record LabelScores(FloatMatrix probabilities) {

    /// {@return what one template gives alone}
    public static LabelScores ofSingle(TemplateCosines cosines, int template) {
        return ofCosines(cosines.byTemplate().get(template), cosines.rule());
    }

    /// {@return what the templates give together}
    ///
    /// @param templates the places of the templates taken, at least one
    /// @param weights one for each of them, not negative; only [EnsembleRule#WEIGHTED] looks at them
    public static LabelScores of(
            TemplateCosines cosines, List<Integer> templates, EnsembleRule rule, double[] weights) {
        return switch (rule) {
            case MEAN_EMBEDDING -> ofCosines(mean(cosines, templates, ones(templates.size())), cosines.rule());
            case WEIGHTED -> ofCosines(mean(cosines, templates, weights), cosines.rule());
            case MAXIMUM -> ofCosines(maximum(cosines, templates), cosines.rule());
            case MEAN_PROBABILITY -> new LabelScores(meanProbability(cosines, templates));
        };
    }

    /// {@return the probabilities of cosines}
    public static LabelScores ofCosines(FloatMatrix cosines, ScoreRule rule) {
        float[] values = new float[cosines.rows() * cosines.columns()];
        double[] line = new double[cosines.columns()];
        for (int r = 0; r < cosines.rows(); r++) {
            for (int c = 0; c < line.length; c++) {
                line[c] = cosines.at(r, c);
            }
            double[] p = Probabilities.of(line, rule);
            for (int c = 0; c < line.length; c++) {
                values[r * line.length + c] = (float) p[c];
            }
        }
        return new LabelScores(FloatMatrix.copyOf(cosines.rows(), cosines.columns(), values));
    }

    public int images() {
        return probabilities.rows();
    }

    public int labels() {
        return probabilities.columns();
    }

    /// {@return the place of the best label of an image; the first of equal ones}
    public int top(int image) {
        int best = 0;
        for (int label = 1; label < labels(); label++) {
            if (probabilities.at(image, label) > probabilities.at(image, best)) {
                best = label;
            }
        }
        return best;
    }

    /// {@return by how much the best label of an image leads the next in probability, 0 to 1; 0 for a single
    /// label}
    public double margin(int image) {
        double best = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < labels(); label++) {
            double p = probabilities.at(image, label);
            if (p > best) {
                next = best;
                best = p;
            } else if (p > next) {
                next = p;
            }
        }
        return labels() < 2 ? 0 : best - next;
    }

    /// {@return for each image the place of its best label}
    public List<Integer> tops() {
        List<Integer> tops = new ArrayList<>();
        for (int image = 0; image < images(); image++) {
            tops.add(top(image));
        }
        return tops;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// The cosine of an image x with the mean direction of unit vectors e is Σ w (x·e) / ‖Σ w e‖, and the
    /// length under the line comes of their cosines with each other.
    private static FloatMatrix mean(TemplateCosines cosines, List<Integer> templates, double[] weights) {
        int images = cosines.images();
        int labels = cosines.labels();
        double[] lengths = new double[labels];
        for (int label = 0; label < labels; label++) {
            lengths[label] = length(cosines.alike().get(label), templates, weights);
        }
        float[] values = new float[images * labels];
        for (int image = 0; image < images; image++) {
            for (int label = 0; label < labels; label++) {
                double sum = 0;
                for (int t = 0; t < weights.length; t++) {
                    sum += weights[t]
                            * cosines.byTemplate().get(templates.get(t)).at(image, label);
                }
                values[image * labels + label] = (float) (sum / lengths[label]);
            }
        }
        return FloatMatrix.copyOf(images, labels, values);
    }

    private static double length(FloatMatrix alike, List<Integer> templates, double[] weights) {
        double squares = 0;
        for (int s = 0; s < weights.length; s++) {
            for (int t = 0; t < weights.length; t++) {
                double cosine = s == t ? 1 : alike.at(templates.get(s), templates.get(t));
                squares += weights[s] * weights[t] * cosine;
            }
        }
        return Math.sqrt(Math.max(squares, 1e-12)); // vectors that cancel each other out have no direction
    }

    private static FloatMatrix maximum(TemplateCosines cosines, List<Integer> templates) {
        FloatMatrix first = cosines.byTemplate().get(templates.getFirst());
        float[] best = first.toArray();
        for (int template : templates) {
            float[] values = cosines.byTemplate().get(template).toArray();
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.max(best[i], values[i]);
            }
        }
        return FloatMatrix.copyOf(first.rows(), first.columns(), best);
    }

    private static FloatMatrix meanProbability(TemplateCosines cosines, List<Integer> templates) {
        float[] sums = new float[cosines.images() * cosines.labels()];
        for (int template : templates) {
            float[] p = ofSingle(cosines, template).probabilities().toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += p[i] / templates.size();
            }
        }
        return FloatMatrix.copyOf(cosines.images(), cosines.labels(), sums);
    }
}
