package clipscope.image.vp8;

import java.io.EOFException;

/// What coefficients are multiplied with.
///
/// **Source:** RFC 6386, sections 9.6 and 14.1.
record Steps(int lumaDc, int lumaAc, int secondDc, int secondAc, int chromaDc, int chromaAc) {

    /// The indices of a frame: that of luma, and what the others differ by.
    record Indices(int luma, int lumaDc, int secondDc, int secondAc, int chromaDc, int chromaAc) {

        static Indices read(BoolDecoder in) throws EOFException {
            return new Indices(
                    in.literal(7),
                    in.optionalSigned(4),
                    in.optionalSigned(4),
                    in.optionalSigned(4),
                    in.optionalSigned(4),
                    in.optionalSigned(4));
        }
    }

    /// @param index of the segment's luma
    static Steps of(Indices frame, int index) {
        int base = Math.clamp(index, 0, Tables.STEPS - 1);
        return new Steps(
                Tables.dcStep(base + frame.lumaDc()),
                Tables.acStep(base),
                Tables.dcStep(base + frame.secondDc()) * 2,
                Math.max(Tables.acStep(base + frame.secondAc()) * 155 / 100, 8),
                Tables.dcStep(Math.min(base + frame.chromaDc(), 117)),
                Tables.acStep(base + frame.chromaAc()));
    }
}
