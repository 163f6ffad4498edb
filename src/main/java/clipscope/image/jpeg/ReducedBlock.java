package clipscope.image.jpeg;

import java.util.Arrays;

/// A block of 8 × 8 frequencies as fewer samples, each the mean of those that the whole picture would have.
///
/// The samples are the sum of what each frequency adds to them: most blocks have few.
///
/// **Thread:** Confined to one decoding.
///
/// **Source:** the inverse transform of ITU-T T.81, A.3.3, averaged; so does `jidctred.c` of libjpeg.
final class ReducedBlock {

    static final int SIDE = 8;

    /// From the order of storage to the place in the block, row by row: figure A.6 of T.81.
    private static final int[] PLACES = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final int across;
    private final int down;
    private final float[] patterns; // (frequency in order of storage, down, across): what one step of it adds
    private final float[] samples; // (down, across)

    /// @param across samples that a row of a block becomes: 1, 2, 4 or 8
    /// @param down samples that a column of a block becomes: 1, 2, 4 or 8
    /// @param steps of quantisation, in order of storage
    ReducedBlock(int across, int down, float[] steps) {
        this.across = across;
        this.down = down;
        this.samples = new float[down * across];
        this.patterns = new float[SIDE * SIDE * samples.length];
        for (int i = 0; i < SIDE * SIDE; i++) {
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    double inColumn = mean(PLACES[i] / SIDE, y, down);
                    double inRow = mean(PLACES[i] % SIDE, x, across);
                    patterns[(i * down + y) * across + x] = (float) (steps[i] * inColumn * inRow);
                }
            }
        }
    }

    /// {@return how much of a frequency is in a sample, along one axis}
    private static double mean(int frequency, int sample, int samples) {
        int each = SIDE / samples;
        double sum = 0;
        for (int i = sample * each; i < (sample + 1) * each; i++) {
            sum += Math.cos((2 * i + 1) * frequency * Math.PI / (2 * SIDE));
        }
        return (frequency == 0 ? Math.sqrt(0.5) : 1) * sum / (2 * each);
    }

    /// Begins a block.
    ///
    /// @param mean its frequency zero, in steps
    void begin(int mean) {
        Arrays.fill(samples, mean * patterns[0]);
    }

    /// Adds a frequency.
    ///
    /// @param number in order of storage
    void add(int number, int value) {
        int from = number * samples.length;
        for (int i = 0; i < samples.length; i++) {
            samples[i] += value * patterns[from + i];
        }
    }

    /// Writes the samples.
    void write(byte[] plane, int at, int stride) {
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int level = (int) (samples[y * across + x] + 128.5f); // rounds: below zero it is clipped anyway
                plane[at + y * stride + x] = (byte) Math.clamp(level, 0, 255);
            }
        }
    }
}
