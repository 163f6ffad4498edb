package clipscope.image.vp8;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The beginning of a key frame.
///
/// @param probabilities of the coefficients
/// @param skipChance of a macroblock without coefficients being marked so, in 1 / 256; -1 if none is marked
/// @param modes where the macroblocks' modes come from
/// @param coefficients where their coefficients come from, one stream for every so many rows
///
/// **Source:** RFC 6386, section 9.
record FrameHeader(
        Segments segments,
        FilterSettings filter,
        Steps.Indices steps,
        Probabilities probabilities,
        int skipChance,
        BoolDecoder modes,
        List<BoolDecoder> coefficients) {

    private static final int LENGTH = 10; // bytes before the first stream

    /// The size that the frame says it has.
    record Size(int width, int height) {}

    /// {@return the size of a frame}
    ///
    /// @throws IOException if it is no key frame
    static Size size(byte[] data) throws IOException {
        if (data.length < LENGTH) {
            throw new EOFException("%d bytes of a frame".formatted(data.length));
        }
        if ((data[0] & 1) != 0 || data[3] != (byte) 0x9d || data[4] != 0x01 || data[5] != 0x2a) {
            throw new IOException("no VP8 key frame");
        }
        return new Size(u16(data, 6) & 0x3fff, u16(data, 8) & 0x3fff); // the two bits above are a hint for scaling
    }

    static FrameHeader read(byte[] data) throws IOException {
        int firstLength = (u16(data, 0) | ((data[2] & 0xff) << 16)) >> 5;
        int end = LENGTH + firstLength;
        if (end > data.length) {
            throw new EOFException("stream of %d bytes in a frame of %d".formatted(firstLength, data.length));
        }
        BoolDecoder in = new BoolDecoder(data, LENGTH, end);
        in.literal(2); // colour space and clamping, which libwebp does not look at either
        Segments segments = Segments.read(in);
        FilterSettings filter = FilterSettings.read(in);
        List<BoolDecoder> streams = streams(data, end, 1 << in.literal(2));
        Steps.Indices steps = Steps.Indices.read(in);
        in.flag(); // whether the probabilities hold for later frames
        Probabilities probabilities = Probabilities.read(in);
        int skipChance = in.flag() ? in.literal(8) : -1;
        return new FrameHeader(segments, filter, steps, probabilities, skipChance, in, streams);
    }

    private static List<BoolDecoder> streams(byte[] data, int from, int count) throws EOFException {
        int start = from + 3 * (count - 1);
        if (start > data.length) {
            throw new EOFException("no room for %d streams".formatted(count));
        }
        List<BoolDecoder> streams = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            int end = start + (u16(data, from + 3 * i) | ((data[from + 3 * i + 2] & 0xff) << 16));
            if (end > data.length) {
                throw new EOFException("stream to byte %d of %d".formatted(end, data.length));
            }
            streams.add(new BoolDecoder(data, start, end));
            start = end;
        }
        streams.add(new BoolDecoder(data, start, data.length));
        return List.copyOf(streams);
    }

    private static int u16(byte[] data, int at) {
        return (data[at] & 0xff) | ((data[at + 1] & 0xff) << 8);
    }
}
