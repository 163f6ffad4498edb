package clipscope.image.vp8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Scanner;

/// The constant numbers of VP8, read once.
///
/// **Thread:** Immutable; nobody writes to the arrays.
///
/// **Source:** RFC 6386, sections 13.4, 13.5, 11.5, 14.1.
final class Tables {

    /// Of a probability by kind of block, band, context and node.
    static final int BANDS = 8;

    static final int CONTEXTS = 3;
    static final int NODES = 11;
    static final int PROBABILITIES = 4 * BANDS * CONTEXTS * NODES;

    static final int SUB_BLOCK_MODES = 10;
    static final int STEPS = 128;

    private static final int[] COEFFICIENT;
    private static final int[] UPDATE;
    private static final int[] MODE;
    private static final int[] DC_STEP;
    private static final int[] AC_STEP;

    static {
        try (InputStream stream = Tables.class.getResourceAsStream("tables.txt")) {
            if (stream == null) {
                throw new IllegalStateException("tables.txt is missing from the application");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*$", "");
            try (Scanner numbers = new Scanner(text)) {
                COEFFICIENT = take(numbers, PROBABILITIES);
                UPDATE = take(numbers, PROBABILITIES);
                MODE = take(numbers, SUB_BLOCK_MODES * SUB_BLOCK_MODES * (SUB_BLOCK_MODES - 1));
                DC_STEP = take(numbers, STEPS);
                AC_STEP = take(numbers, STEPS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tables() {}

    private static int[] take(Scanner numbers, int count) {
        int[] result = new int[count];
        Arrays.setAll(result, _ -> numbers.nextInt());
        return result;
    }

    /// {@return a copy of the probabilities that a frame starts with}
    static int[] coefficients() {
        return COEFFICIENT.clone();
    }

    /// {@return the chance that a probability is not replaced}
    static int update(int index) {
        return UPDATE[index];
    }

    /// {@return the probability at a node of the tree of sub-block modes}
    static int mode(int above, int left, int node) {
        return MODE[(above * SUB_BLOCK_MODES + left) * (SUB_BLOCK_MODES - 1) + node];
    }

    static int dcStep(int index) {
        return DC_STEP[Math.clamp(index, 0, STEPS - 1)];
    }

    static int acStep(int index) {
        return AC_STEP[Math.clamp(index, 0, STEPS - 1)];
    }
}
