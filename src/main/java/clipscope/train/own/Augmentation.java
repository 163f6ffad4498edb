package clipscope.train.own;

import clipscope.image.PixelImage;
import clipscope.train.data.Regions;
import java.util.random.RandomGenerator;

/// How pictures are varied, so that a training does not learn them by heart.
///
/// **Thread:** Immutable.
///
/// @param crop whether a part of each picture is shown, of at least half its area
/// @param flip whether half of the pictures are mirrored: wrong where left and right, or letters, matter
/// @param colour whether brightness, contrast and saturation change a little
public record Augmentation(boolean crop, boolean flip, boolean colour) {

    /// Cut and coloured; mirrored only if a person asks for it.
    public static final Augmentation USUAL = new Augmentation(true, false, true);

    /// None at all.
    public static final Augmentation NONE = new Augmentation(false, false, false);

    private static final double LEAST_AREA = 0.5;
    private static final double LARGEST_ASPECT = 4.0 / 3; // RandomResizedCrop of pytorch/vision
    private static final double COLOUR = 0.25; // by how much a factor differs from 1
    private static final double[] GREY = {0.299, 0.587, 0.114}; // ITU-R BT.601

    /// {@return a variation of a picture}
    PixelImage apply(PixelImage picture, RandomGenerator random) {
        PixelImage part = crop ? part(picture, random) : picture;
        boolean mirrored = flip && random.nextBoolean();
        return mirrored || colour ? recoloured(part, mirrored, random) : part;
    }

    private static PixelImage part(PixelImage picture, RandomGenerator random) {
        double area = random.nextDouble(LEAST_AREA, 1);
        double aspect = Math.exp(random.nextDouble(-1, 1) * Math.log(LARGEST_ASPECT));
        int side = Math.min(picture.width(), picture.height());
        int width = Math.clamp(Math.round(side * Math.sqrt(area * aspect)), 1, picture.width());
        int height = Math.clamp(Math.round(side * Math.sqrt(area / aspect)), 1, picture.height());
        int left = random.nextInt(picture.width() - width + 1);
        int top = random.nextInt(picture.height() - height + 1);
        return Regions.cut(picture, left, top, width, height);
    }

    private PixelImage recoloured(PixelImage picture, boolean mirrored, RandomGenerator random) {
        double brightness = colour ? random.nextDouble(1 - COLOUR, 1 + COLOUR) : 1;
        double contrast = colour ? random.nextDouble(1 - COLOUR, 1 + COLOUR) : 1;
        double saturation = colour ? random.nextDouble(1 - COLOUR, 1 + COLOUR) : 1;
        int width = picture.width();
        byte[] rgb = new byte[3 * width * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                int from = mirrored ? width - 1 - x : x;
                double grey = 0;
                for (int c = 0; c < 3; c++) {
                    grey += GREY[c] * picture.at(from, y, c);
                }
                for (int c = 0; c < 3; c++) {
                    double saturated = grey + saturation * (picture.at(from, y, c) - grey);
                    double value = 127.5 + contrast * (brightness * saturated - 127.5);
                    rgb[3 * (y * width + x) + c] = (byte) Math.clamp(Math.round(value), 0, 255);
                }
            }
        }
        return PixelImage.adopt(width, picture.height(), rgb);
    }

    /// {@return in words: "cropped, colours varied"}
    public String words() {
        StringBuilder words = new StringBuilder();
        append(words, crop, "cropped");
        append(words, flip, "mirrored");
        append(words, colour, "colours varied");
        return words.isEmpty() ? "none" : words.toString();
    }

    private static void append(StringBuilder words, boolean is, String word) {
        if (is) {
            words.append(words.isEmpty() ? "" : ", ").append(word);
        }
    }
}
