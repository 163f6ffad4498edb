package clipscope.image.vp8;

import java.io.IOException;
import java.util.Arrays;

/// Decodes a key frame of VP8, the picture of a lossy WebP.
///
/// **Thread:** Confined to one decoding.
///
/// **Memory:** 1.5 bytes a pixel beside the result.
///
/// **Source:** RFC 6386; order of steps and behaviour at edges as in libwebp.
public final class Vp8Decoder {

    private final FrameHeader.Size size;
    private final byte[] data;

    /// @param data the frame; not written to
    /// @throws IOException if it does not begin as a key frame does
    public Vp8Decoder(byte[] data) throws IOException {
        this.data = data;
        this.size = FrameHeader.size(data);
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /// {@return the pixels: red, green, blue, row by row}
    ///
    /// @throws IOException if the frame is damaged or cut off
    public byte[] decode() throws IOException {
        FrameHeader header = FrameHeader.read(data);
        int across = (size.width() + 15) / 16;
        int down = (size.height() + 15) / 16;
        Frame frame = new Frame(across, down);
        int[] filterLevels = new int[across * down]; // negative where the inside is not smoothed
        decode(header, frame, across, down, filterLevels);
        new FrameFilter(frame, header.filter()).apply(across, filterLevels);
        return frame.toRgb(size.width(), size.height());
    }

    private static void decode(FrameHeader header, Frame frame, int across, int down, int[] filterLevels)
            throws IOException {
        Steps[] steps = new Steps[Segments.COUNT];
        Arrays.setAll(
                steps,
                s -> Steps.of(
                        header.steps(), header.segments().step(s, header.steps().luma())));
        int[] modesAbove = new int[4 * across];
        int[][] coefficientsAbove = new int[across][9];
        MacroBlock block = new MacroBlock();
        for (int y = 0; y < down; y++) {
            BoolDecoder stream =
                    header.coefficients().get(y % header.coefficients().size());
            int[] modesLeft = new int[4];
            int[] coefficientsLeft = new int[9];
            for (int x = 0; x < across; x++) {
                block.readModes(header, modesAbove, 4 * x, modesLeft);
                block.readCoefficients(header, stream, steps[block.segment()], coefficientsAbove[x], coefficientsLeft);
                frame.reconstruct(block, x, y);
                int base =
                        header.segments().level(block.segment(), header.filter().level());
                int level = header.filter().levelOf(base, block.subBlocks());
                filterLevels[y * across + x] = block.subBlocks() || block.residual() ? level : -level;
            }
        }
    }
}
