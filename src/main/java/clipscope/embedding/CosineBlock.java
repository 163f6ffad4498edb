package clipscope.embedding;

import java.util.Arrays;
import java.util.List;

/// A few embeddings side by side, to be compared with many others: several times as fast as one pair after
/// the other, and equal to it to the last bit, because every sum runs in the same order.
///
/// **Shape:** `(D, [#WIDTH])`: one coordinate of all of them is one line.
///
/// **Memory:** 8 bytes a number: 512 kB for 512 dimensions, which a core keeps close.
///
/// **Thread:** Confined to one thread: it has room for the sums of one comparison.
public final class CosineBlock {

    /// The most embeddings of a block.
    public static final int WIDTH = 128;

    private final double[][] lines;
    private final double[] sums = new double[WIDTH];
    private final int count;

    /// @param embeddings at most [#WIDTH], of equal dimensions
    public CosineBlock(List<Embedding> embeddings) {
        this.count = embeddings.size();
        this.lines = new double[count == 0 ? 0 : embeddings.getFirst().dimensions()][WIDTH];
        for (int e = 0; e < count; e++) {
            Embedding embedding = embeddings.get(e);
            check(embedding);
            for (int d = 0; d < lines.length; d++) {
                lines[d][e] = embedding.at(d);
            }
        }
    }

    /// Writes the cosines of one embedding with all of the block.
    ///
    /// @param to where the first of them goes in `cosines`
    public void cosines(Embedding with, float[] cosines, int to) {
        check(with);
        Arrays.fill(sums, 0);
        int d = 0;
        for (; d + 4 <= lines.length; d += 4) {
            add(with, d);
        }
        for (; d < lines.length; d++) {
            double x = with.at(d);
            double[] line = lines[d];
            for (int e = 0; e < WIDTH; e++) {
                sums[e] += x * line[e];
            }
        }
        for (int e = 0; e < count; e++) {
            cosines[to + e] = (float) Math.clamp(sums[e], -1.0, 1.0); // rounding may leave the interval by an ulp
        }
    }

    /// Four coordinates at a time, so that sums are fetched and stored a quarter as often.
    private void add(Embedding with, int d) {
        double x0 = with.at(d);
        double x1 = with.at(d + 1);
        double x2 = with.at(d + 2);
        double x3 = with.at(d + 3);
        double[] line0 = lines[d];
        double[] line1 = lines[d + 1];
        double[] line2 = lines[d + 2];
        double[] line3 = lines[d + 3];
        double[] all = sums;
        for (int e = 0; e < WIDTH; e++) {
            all[e] = all[e] + x0 * line0[e] + x1 * line1[e] + x2 * line2[e] + x3 * line3[e];
        }
    }

    private void check(Embedding embedding) {
        if (embedding.dimensions() != lines.length) {
            throw new IllegalArgumentException(
                    "embeddings of %d and %d dimensions".formatted(lines.length, embedding.dimensions()));
        }
    }
}
