package clipscope.image;

import java.util.Arrays;

/// Small pictures of large ones.
public final class Thumbnail {

    private Thumbnail() {}

    /// {@return the picture with its longer side not longer than that: each pixel the mean of the area it
    /// stands for}
    ///
    /// A smaller picture is returned as it is.
    public static PixelImage of(PixelImage image, int longestEdge) {
        if (longestEdge <= 0) {
            throw new IllegalArgumentException("longest edge " + longestEdge);
        }
        int longer = Math.max(image.width(), image.height());
        if (longer <= longestEdge) {
            return image;
        }
        double shrink = (double) longestEdge / longer;
        int width = Math.max(1, (int) Math.round(image.width() * shrink));
        int height = Math.max(1, (int) Math.round(image.height() * shrink));
        return shrink(image, new Coverage(image.width(), width), new Coverage(image.height(), height));
    }

    private static PixelImage shrink(PixelImage image, Coverage across, Coverage down) {
        int stride = across.results() * 3;
        byte[] row = new byte[image.width() * 3];
        float[] reduced = new float[stride];
        float[] sums = new float[stride];
        byte[] result = new byte[stride * down.results()];
        int loaded = -1;
        for (int y = 0; y < down.results(); y++) {
            Arrays.fill(sums, 0);
            for (int from = down.first(y); from < down.end(y); from++) {
                if (from != loaded) { // the row at a border serves both sides of it
                    image.copy(from * row.length, row, 0, row.length);
                    reduce(row, across, reduced);
                    loaded = from;
                }
                add(reduced, down.weight(y, from), sums);
            }
            for (int i = 0; i < stride; i++) {
                result[y * stride + i] = (byte) Math.min(255, (int) (sums[i] + 0.5f));
            }
        }
        return PixelImage.adopt(across.results(), down.results(), result);
    }

    private static void add(float[] reduced, float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += reduced[i] * weight;
        }
    }

    private static void reduce(byte[] row, Coverage across, float[] reduced) {
        for (int x = 0; x < across.results(); x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int from = across.first(x); from < across.end(x); from++) {
                float weight = across.weight(x, from);
                red += (row[3 * from] & 0xff) * weight;
                green += (row[3 * from + 1] & 0xff) * weight;
                blue += (row[3 * from + 2] & 0xff) * weight;
            }
            reduced[3 * x] = red;
            reduced[3 * x + 1] = green;
            reduced[3 * x + 2] = blue;
        }
    }

    /// Which source pixels a result pixel lies on, and how much of each it covers.
    private record Coverage(int sources, int results) {

        int first(int result) {
            return (int) ((long) result * sources / results);
        }

        int end(int result) {
            return (int) (((result + 1L) * sources + results - 1) / results);
        }

        float weight(int result, int source) {
            long left = Math.max((long) result * sources, (long) source * results);
            long right = Math.min((result + 1L) * sources, (source + 1L) * results);
            return (float) (right - left) / sources;
        }
    }
}
