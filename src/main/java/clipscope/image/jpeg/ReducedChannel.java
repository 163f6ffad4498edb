package clipscope.image.jpeg;

import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.IOException;

/// One channel of a JPEG that is decoded at a smaller size.
///
/// **Thread:** Confined to one decoding.
final class ReducedChannel {

    private static final Texts TEXTS = Texts.beside(ReducedChannel.class);

    private static final int FREQUENCIES = ReducedBlock.SIDE * ReducedBlock.SIDE;
    private static final int SIXTEEN_ZEROS = 0xf0;

    private final int blocksAcross; // of a unit
    private final int blocksDown;
    private final int samplesAcross; // of a block
    private final int samplesDown;
    private final int stride;
    private final HuffmanTable steadyCode;
    private final HuffmanTable changingCode;
    private final ReducedBlock block;
    private byte[] plane = new byte[0];
    private int steady; // the last block's mean

    ReducedChannel(
            JpegTables tables,
            int number,
            int blocksAcross,
            int blocksDown,
            int samplesAcross,
            int samplesDown,
            int stride)
            throws IOException {
        this.blocksAcross = blocksAcross;
        this.blocksDown = blocksDown;
        this.samplesAcross = samplesAcross;
        this.samplesDown = samplesDown;
        this.stride = stride;
        this.steadyCode = tables.steadyCode(number);
        this.changingCode = tables.changingCode(number);
        this.block = new ReducedBlock(samplesAcross, samplesDown, tables.steps(number));
    }

    /// Makes room for so many rows.
    void allocate(int rows) {
        plane = new byte[Math.multiplyExact(rows, stride)];
    }

    /// {@return the samples, row by row}
    byte[] plane() {
        return plane;
    }

    /// Begins anew, as after a restart marker.
    void restart() {
        steady = 0;
    }

    /// Decodes the blocks of one unit.
    void unit(EntropyBits in, int x, int y) throws IOException {
        for (int down = 0; down < blocksDown; down++) {
            for (int across = 0; across < blocksAcross; across++) {
                int row = (y * blocksDown + down) * samplesDown;
                block(in, row * stride + (x * blocksAcross + across) * samplesAcross);
            }
        }
    }

    private void block(EntropyBits in, int at) throws IOException {
        int length = steadyCode.next(in);
        if (length > 16) {
            throw new Unreadable(TEXTS.get("damaged.data"));
        }
        steady += in.signed(length);
        block.begin(steady);
        changing(in);
        block.write(plane, at, stride);
    }

    private void changing(EntropyBits in) throws IOException {
        int number = 1;
        while (number < FREQUENCIES) {
            int code = changingCode.next(in);
            int length = code & 0xf;
            number += code >> 4; // zeros before it
            if (length > 0) {
                if (number >= FREQUENCIES) {
                    throw new Unreadable(TEXTS.get("damaged.data"));
                }
                block.add(number, in.signed(length));
            } else if (code != SIXTEEN_ZEROS) {
                return; // the rest is zero
            }
            number++;
        }
    }
}
