package clipscope.score.duel;

import clipscope.score.Probabilities;
import clipscope.score.Softmax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Two models compared on the same images and labels.
///
/// **Thread:** Immutable.
///
/// @param correlations for each label, how alike the two rank the images; empty where one has no order
/// @param images for each image, in their order
/// @param accuracy empty where no image has a label
public record DuelScores(List<OptionalDouble> correlations, List<OfImage> images, Optional<PairedAccuracy> accuracy) {

    public DuelScores {
        correlations = List.copyOf(correlations);
        images = List.copyOf(images);
    }

    /// What the two say of one image.
    ///
    /// @param image its place
    /// @param distance total variation of the two softmax distributions over the labels, ½ Σ |p − q|, in [0,
    ///     1]: the probability that would have to move from labels to others to make one of the other. With
    ///     a sigmoid too its logits are put through a softmax, for two distributions are needed
    public record OfImage(int image, TopLabel left, TopLabel right, double distance) {

        /// {@return whether the two put another label first}
        public boolean differs() {
            return left.label() != right.label();
        }
    }

    /// Compares two models: not for the JavaFX thread.
    ///
    /// @param right of the same shape, with at least one label
    /// @param truths for each image the place of its label, empty where nobody knows it
    public static DuelScores of(Corner left, Corner right, List<OptionalInt> truths) {
        int labels = left.cosines().columns();
        if (left.cosines().rows() != right.cosines().rows()
                || labels != right.cosines().columns()
                || labels == 0) {
            throw new IllegalArgumentException("%s and %s".formatted(left.cosines(), right.cosines()));
        }
        List<OptionalDouble> correlations = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            correlations.add(RankCorrelation.spearman(left.ofLabel(label), right.ofLabel(label)));
        }
        List<OfImage> images = new ArrayList<>();
        for (int image = 0; image < left.cosines().rows(); image++) {
            images.add(ofImage(image, left, right));
        }
        return new DuelScores(correlations, images, accuracy(images, truths));
    }

    /// {@return the images whose top label differs, those that the two disagree on most first}
    public List<OfImage> disagreements() {
        return images.stream()
                .filter(OfImage::differs)
                .sorted(Comparator.comparingDouble(OfImage::distance).reversed())
                .toList();
    }

    private static OfImage ofImage(int image, Corner left, Corner right) {
        double[] a = left.cosines(image);
        double[] b = right.cosines(image);
        return new OfImage(
                image,
                TopLabel.of(Probabilities.of(a, left.rule())),
                TopLabel.of(Probabilities.of(b, right.rule())),
                totalVariation(
                        Softmax.of(a, left.rule().scale()),
                        Softmax.of(b, right.rule().scale())));
    }

    static double totalVariation(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += Math.abs(p[i] - q[i]);
        }
        return sum / 2;
    }

    private static Optional<PairedAccuracy> accuracy(List<OfImage> images, List<OptionalInt> truths) {
        int[] counts = new int[4]; // by whether left is right, and right
        for (OfImage one : images) {
            truths.get(one.image()).ifPresent(truth -> {
                int leftRight = one.left().label() == truth ? 2 : 0;
                int rightRight = one.right().label() == truth ? 1 : 0;
                counts[leftRight + rightRight]++;
            });
        }
        PairedAccuracy all = new PairedAccuracy(counts[3], counts[2], counts[1], counts[0]);
        return Optional.of(all).filter(some -> some.labelled() > 0);
    }
}
