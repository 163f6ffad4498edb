package clipscope.image.vp8;

import java.io.EOFException;
import java.util.Arrays;

/// One square of 16 × 16: how it is predicted, and what is added to the prediction.
///
/// **Source:** RFC 6386, sections 11 and 13.
final class MacroBlock {

    private static final int[] SUB_BLOCK_TREE = {0, 2, -1, 4, -2, 6, 8, 12, -3, 10, -5, -6, -4, 14, -7, 16, -8, -9};
    private static final int U = 16; // the first block of U, after those of luma
    private static final int V = 20;

    private final int[] subModes = new int[16];
    private final int[] coefficients = new int[24 * 16]; // 16 blocks of luma, 4 of U, 4 of V
    private int segment;
    private boolean skipped;
    private boolean subBlocks;
    private int lumaMode;
    private int chromaMode;
    private boolean residual;

    int segment() {
        return segment;
    }

    /// {@return whether luma is predicted in blocks of 4 × 4}
    boolean subBlocks() {
        return subBlocks;
    }

    int lumaMode() {
        return lumaMode;
    }

    int chromaMode() {
        return chromaMode;
    }

    int subMode(int block) {
        return subModes[block];
    }

    /// {@return whether anything is added to the prediction}
    boolean residual() {
        return residual;
    }

    int[] coefficients() {
        return coefficients;
    }

    /// Reads the modes.
    ///
    /// @param above the modes of the four sub-blocks above from `column` on; becomes the lowest of this one
    /// @param left likewise to the left
    void readModes(FrameHeader header, int[] above, int column, int[] left) throws EOFException {
        BoolDecoder in = header.modes();
        segment = header.segments().number(in);
        skipped = header.skipChance() >= 0 && in.bit(header.skipChance());
        subBlocks = !in.bit(145); // RFC 6386, 11.2, as the next ones
        if (subBlocks) {
            readSubModes(in, above, column, left);
        } else {
            lumaMode = in.bit(156)
                    ? (in.bit(128) ? Prediction.TRUE_MOTION : Prediction.HORIZONTAL)
                    : (in.bit(163) ? Prediction.VERTICAL : Prediction.DC);
            int counted = switch (lumaMode) {
                case Prediction.DC -> Prediction.SUB_DC;
                case Prediction.VERTICAL -> Prediction.SUB_VERTICAL;
                case Prediction.HORIZONTAL -> Prediction.SUB_HORIZONTAL;
                default -> Prediction.SUB_TRUE_MOTION;
            };
            for (int i = 0; i < 4; i++) {
                above[column + i] = counted;
                left[i] = counted;
            }
        }
        chromaMode = !in.bit(142)
                ? Prediction.DC
                : !in.bit(114) ? Prediction.VERTICAL : in.bit(183) ? Prediction.TRUE_MOTION : Prediction.HORIZONTAL;
    }

    private void readSubModes(BoolDecoder in, int[] above, int column, int[] left) throws EOFException {
        for (int block = 0; block < 16; block++) {
            int x = column + block % 4;
            int y = block / 4;
            int node = 0;
            do {
                node = SUB_BLOCK_TREE[node + in.number(Tables.mode(above[x], left[y], node / 2))];
            } while (node > 0);
            subModes[block] = -node;
            above[x] = -node;
            left[y] = -node;
        }
    }

    /// Reads the coefficients.
    ///
    /// @param above whether the blocks above have coefficients: 4 of luma, 2 of U, 2 of V, and the
    ///     second-order one;
    ///     becomes what the lowest of this one have
    /// @param left likewise to the left
    void readCoefficients(FrameHeader header, BoolDecoder in, Steps steps, int[] above, int[] left)
            throws EOFException {
        Arrays.fill(coefficients, 0);
        residual = false;
        if (skipped) {
            Arrays.fill(above, 0, 8, 0);
            Arrays.fill(left, 0, 8, 0);
            if (!subBlocks) {
                above[8] = 0;
                left[8] = 0;
            }
            return;
        }
        Probabilities probabilities = header.probabilities();
        int kind = Probabilities.LUMA;
        if (!subBlocks) {
            kind = Probabilities.LUMA_WITHOUT_DC;
            int[] second = new int[16];
            int end = probabilities.read(
                    in, Probabilities.SECOND, above[8] + left[8], steps.secondDc(), steps.secondAc(), second, 0);
            above[8] = end > 0 ? 1 : 0;
            left[8] = above[8];
            Transform.second(second, coefficients);
        }
        Reading luma = new Reading(probabilities, kind, steps.lumaDc(), steps.lumaAc());
        for (int block = 0; block < 16; block++) {
            residual |= luma.block(in, coefficients, block, above, block % 4, left, block / 4);
        }
        Reading chroma = new Reading(probabilities, Probabilities.CHROMA, steps.chromaDc(), steps.chromaAc());
        for (int block = 0; block < 4; block++) {
            residual |= chroma.block(in, coefficients, U + block, above, 4 + block % 2, left, 4 + block / 2);
        }
        for (int block = 0; block < 4; block++) {
            residual |= chroma.block(in, coefficients, V + block, above, 6 + block % 2, left, 6 + block / 2);
        }
    }

    /// What blocks of one kind are read with.
    private record Reading(Probabilities probabilities, int kind, int dc, int ac) {

        /// {@return whether the block adds anything to the prediction}
        boolean block(BoolDecoder in, int[] target, int block, int[] above, int x, int[] left, int y)
                throws EOFException {
            int at = 16 * block;
            int end = probabilities.read(in, kind, above[x] + left[y], dc, ac, target, at);
            int first = kind == Probabilities.LUMA_WITHOUT_DC ? 1 : 0;
            above[x] = end > first ? 1 : 0;
            left[y] = above[x];
            return end > 1 || target[at] != 0;
        }
    }
}
