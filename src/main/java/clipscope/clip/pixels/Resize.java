package clipscope.clip.pixels;

import clipscope.image.PixelImage;
import java.util.Arrays;

/// Resizes a picture as Pillow does, bit for bit, and computes only the part that is wanted.
///
/// Two passes, first along rows, then along columns, with 8 bits kept between them. The first pass makes
/// only the columns of the window, and only the rows that the second pass reads: a panorama costs no more
/// than its middle.
///
/// **Memory:** 3 × (wanted columns) × (source rows that are read) bytes between the passes.
///
/// **Source:** Pillow 9.4, `src/libImaging/Resample.c`.
final class Resize {

    private static final int HALF = 1 << (Taps.PRECISION_BITS - 1);

    private final PixelImage source;
    private final Window columns;
    private final Window rows;
    private final Taps across;
    private final Taps down;

    private Resize(PixelImage source, Window columns, Window rows, Resample filter) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        this.across = new Taps(source.width(), columns, filter);
        this.down = new Taps(source.height(), rows, filter);
    }

    /// {@return the window of the resized picture, zero where the window lies outside of it}
    static PixelImage apply(PixelImage source, Window columns, Window rows, Resample filter) {
        return new Resize(source, columns, rows, filter).run();
    }

    private PixelImage run() {
        int top = down.from(rows.begin());
        int last = rows.end() - 1;
        int height = down.from(last) + down.count(last) - top;
        byte[] narrow = alongRows(top, height);
        byte[] result = alongColumns(narrow, top);
        return PixelImage.adopt(columns.count(), rows.count(), result);
    }

    /// {@return the wanted columns of `height` source rows from `top` on; shape (height, columns, 3)}
    private byte[] alongRows(int top, int height) {
        int targetBytes = 3 * columns.count();
        byte[] target = new byte[Math.multiplyExact(height, targetBytes)];
        int firstRead = across.from(columns.begin());
        int lastColumn = columns.end() - 1;
        byte[] row = new byte[3 * (across.from(lastColumn) + across.count(lastColumn) - firstRead)];
        for (int y = 0; y < height; y++) {
            source.copy(3 * ((top + y) * source.width() + firstRead), row, 0, row.length);
            for (int x = columns.begin(); x < columns.end(); x++) {
                int from = 3 * (across.from(x) - firstRead);
                weigh(row, from, across, x, target, y * targetBytes + 3 * x);
            }
        }
        return target;
    }

    /// Writes one pixel: the weighted sum of neighbours in a row.
    private static void weigh(byte[] row, int from, Taps taps, int x, byte[] target, int to) {
        int[] weights = taps.weights();
        int end = taps.offset(x) + taps.count(x);
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        int pixel = from;
        for (int k = taps.offset(x); k < end; k++) {
            int weight = weights[k];
            red += (row[pixel] & 0xff) * weight;
            green += (row[pixel + 1] & 0xff) * weight;
            blue += (row[pixel + 2] & 0xff) * weight;
            pixel += 3;
        }
        target[to] = clip(red);
        target[to + 1] = clip(green);
        target[to + 2] = clip(blue);
    }

    /// {@return the wanted rows; shape (rows, columns, 3)}
    ///
    /// @param narrow the first pass's result, whose first row is row `top` of the source
    private byte[] alongColumns(byte[] narrow, int top) {
        int rowBytes = 3 * columns.count();
        byte[] target = new byte[Math.multiplyExact(rows.count(), rowBytes)];
        int[] sums = new int[rowBytes];
        int begin = 3 * columns.begin();
        int end = 3 * columns.end();
        for (int y = rows.begin(); y < rows.end(); y++) {
            Arrays.fill(sums, HALF);
            for (int t = 0; t < down.count(y); t++) {
                addRow(narrow, (down.from(y) - top + t) * rowBytes, down.weights()[down.offset(y) + t], sums);
            }
            for (int i = begin; i < end; i++) {
                target[y * rowBytes + i] = clip(sums[i]);
            }
        }
        return target;
    }

    private static void addRow(byte[] narrow, int from, int weight, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (narrow[from + i] & 0xff) * weight;
        }
    }

    private static byte clip(int sum) {
        return (byte) Math.clamp(sum >> Taps.PRECISION_BITS, 0, 255);
    }
}
