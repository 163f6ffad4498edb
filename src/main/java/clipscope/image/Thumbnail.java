package clipscope.image;

/// Makes small pictures of large ones.
///
/// Every pixel is the mean of the area it covers, parts of pixels included: no moiré, and one read of the source.
public final class Thumbnail {

    private Thumbnail() {}

    /// {@return the picture in its proportions with the longer edge at most so long; itself if it is small enough}
    ///
    /// **Unit:** pixels.
    ///
    /// @throws IllegalArgumentException if the edge is not positive
    public static PixelImage of(PixelImage image, int longestEdge) {
        if (longestEdge <= 0) {
            throw new IllegalArgumentException("longest edge " + longestEdge);
        }
        int longest = Math.max(image.width(), image.height());
        if (longest <= longestEdge) {
            return image;
        }
        return shrink(
                image,
                edge((double) image.width() * longestEdge / longest),
                edge((double) image.height() * longestEdge / longest));
    }

    private static int edge(double exact) {
        return Math.max(1, (int) Math.round(exact));
    }

    private static PixelImage shrink(PixelImage image, int width, int height) {
        byte[] target = new byte[3 * width * height];
        byte[] row = new byte[3 * image.width()];
        float[] narrow = new float[3 * width];
        float[] sums = new float[3 * width];
        double rowsEach = (double) image.height() / height;
        double end = rowsEach;
        int targetRow = 0;
        for (int y = 0; y < image.height(); y++) {
            image.copy(y * row.length, row, 0, row.length);
            shrinkRow(row, image.width(), narrow, width);
            float before = (float) Math.min(1, end - y); // the share of this row above the next target row's edge
            add(narrow, before, sums);
            if (y + 1 >= end - 1e-9 || y + 1 == image.height()) {
                store(sums, (float) rowsEach, target, targetRow * sums.length);
                targetRow = Math.min(targetRow + 1, height - 1);
                end += rowsEach;
                add(narrow, 1 - before, sums);
            }
        }
        return PixelImage.adopt(width, height, target);
    }

    /// Writes the mean of each target pixel's stretch of the row.
    private static void shrinkRow(byte[] row, int sourceWidth, float[] narrow, int width) {
        double each = (double) sourceWidth / width;
        for (int x = 0; x < width; x++) {
            double left = x * each;
            double right = Math.min(sourceWidth, (x + 1) * each);
            int first = (int) left;
            int last = Math.min(sourceWidth - 1, (int) right);
            float[] ends = {(float) (first + 1 - left), (float) (right - last)};
            for (int channel = 0; channel < 3; channel++) {
                int inner = 0;
                for (int i = 3 * (first + 1) + channel; i < 3 * last; i += 3) {
                    inner += row[i] & 0xff;
                }
                float sum = inner
                        + ends[0] * (row[3 * first + channel] & 0xff)
                        + ends[1] * (row[3 * last + channel] & 0xff);
                narrow[3 * x + channel] = sum / (float) each;
            }
        }
    }

    private static void add(float[] values, float share, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] * share;
        }
    }

    /// Writes the means, and empties the sums.
    private static void store(float[] sums, float rows, byte[] target, int to) {
        for (int i = 0; i < sums.length; i++) {
            target[to + i] = (byte) Math.clamp(Math.round(sums[i] / rows), 0, 255);
            sums[i] = 0;
        }
    }
}
