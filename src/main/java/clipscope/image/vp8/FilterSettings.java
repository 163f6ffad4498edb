package clipscope.image.vp8;

import java.io.EOFException;

/// What a frame says about its loop filter.
///
/// @param intraDelta added to the level of every macroblock of a key frame
/// @param subBlockDelta added where a macroblock is predicted in sub-blocks
///
/// **Source:** RFC 6386, sections 9.6 and 15.
record FilterSettings(boolean simple, int level, int sharpness, int intraDelta, int subBlockDelta) {

    static FilterSettings read(BoolDecoder in) throws EOFException {
        boolean simple = in.flag();
        int level = in.literal(6);
        int sharpness = in.literal(3);
        int[] deltas = new int[8]; // four by reference frame, four by mode
        boolean adjusted = in.flag();
        if (adjusted && in.flag()) { // whether there are deltas at all, and whether they are given here
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] = in.optionalSigned(6);
            }
        }
        return new FilterSettings(simple, level, sharpness, deltas[0], deltas[4]);
    }

    /// {@return the level of a macroblock, 0 to 63}
    ///
    /// @param base its segment's
    int levelOf(int base, boolean subBlocks) {
        return Math.clamp(base + intraDelta + (subBlocks ? subBlockDelta : 0), 0, 63);
    }

    /// {@return how far neighbours on one side of an edge may differ}
    int interiorLimit(int macroBlockLevel) {
        int limit = macroBlockLevel;
        if (sharpness > 0) {
            limit = Math.min(limit >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
        }
        return Math.max(limit, 1);
    }
}
