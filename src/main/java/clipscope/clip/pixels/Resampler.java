package clipscope.clip.pixels;

import clipscope.image.PixelImage;
import java.util.Arrays;

/// Resizes pictures with Pillow's own integer arithmetic, bit for bit.
///
/// Two passes, along the rows first, with 8 bits kept between them. Only what is asked for is computed: of
/// a
/// panorama whose middle the model sees, the rest is never touched.
///
/// **Thread:** Immutable.
///
/// **Source:** `ImagingResampleHorizontal_8bpc` and `ImagingResampleVertical_8bpc` in
/// `src/libImaging/Resample.c` of Pillow.
final class Resampler {

    private static final int HALF = 1 << (AxisWeights.FRACTION_BITS - 1);

    private final Resample filter;

    Resampler(Resample filter) {
        this.filter = filter;
    }

    /// {@return the part inside the window of the picture as it would be at another size}
    ///
    /// @param window lies wholly inside the resized picture
    PixelImage resize(PixelImage image, long width, long height, Window window) {
        AxisWeights down = AxisWeights.of(filter, image.height(), height, window.top(), window.height());
        int top = height == image.height() ? (int) window.top() : down.firstSource();
        int end = height == image.height() ? top + window.height() : down.endOfSource();
        byte[] rows = width == image.width()
                ? cut(image, (int) window.left(), window.width(), top, end)
                : alongRows(
                        image, AxisWeights.of(filter, image.width(), width, window.left(), window.width()), top, end);
        byte[] result = height == image.height() ? rows : alongColumns(rows, window.width() * 3, top, down);
        return PixelImage.adopt(window.width(), window.height(), result);
    }

    private static byte[] cut(PixelImage image, int left, int width, int top, int end) {
        byte[] result = new byte[(end - top) * width * 3];
        for (int y = top; y < end; y++) {
            image.copy((y * image.width() + left) * 3, result, (y - top) * width * 3, width * 3);
        }
        return result;
    }

    private static byte[] alongRows(PixelImage image, AxisWeights across, int top, int end) {
        int first = across.firstSource();
        byte[] row = new byte[(across.endOfSource() - first) * 3];
        byte[] result = new byte[Math.multiplyExact(end - top, across.count() * 3)];
        int to = 0;
        for (int y = top; y < end; y++) {
            image.copy((y * image.width() + first) * 3, row, 0, row.length);
            to = row(row, first, across, result, to);
        }
        return result;
    }

    private static int row(byte[] row, int first, AxisWeights across, byte[] result, int start) {
        int[] weights = across.weights();
        int to = start;
        for (int x = 0; x < across.count(); x++) {
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            int from = (across.firstTap(x) - first) * 3;
            for (int t = across.offset(x); t < across.offset(x + 1); t++) {
                int weight = weights[t];
                red += (row[from] & 0xff) * weight;
                green += (row[from + 1] & 0xff) * weight;
                blue += (row[from + 2] & 0xff) * weight;
                from += 3;
            }
            result[to++] = clip(red);
            result[to++] = clip(green);
            result[to++] = clip(blue);
        }
        return to;
    }

    private static byte[] alongColumns(byte[] rows, int stride, int top, AxisWeights down) {
        byte[] result = new byte[Math.multiplyExact(stride, down.count())];
        int[] sums = new int[stride];
        for (int y = 0; y < down.count(); y++) {
            Arrays.fill(sums, HALF);
            for (int t = 0; t < down.taps(y); t++) {
                add(rows, (down.firstTap(y) + t - top) * stride, down.weights()[down.offset(y) + t], sums);
            }
            for (int x = 0; x < stride; x++) {
                result[y * stride + x] = clip(sums[x]);
            }
        }
        return result;
    }

    private static void add(byte[] rows, int from, int weight, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += (rows[from + x] & 0xff) * weight;
        }
    }

    private static byte clip(int sum) {
        return (byte) Math.clamp(sum >> AxisWeights.FRACTION_BITS, 0, 255);
    }
}
