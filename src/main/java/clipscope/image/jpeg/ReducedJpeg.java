package clipscope.image.jpeg;

import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Decodes a JPEG at a half, a quarter or an eighth of its size, in a fraction of the time: of each block
/// only so many samples are made as are kept.
///
/// Reads what most files are: all channels in one scan, Huffman codes, not progressive. Anything else, and
/// anything damaged, is left to the exact decoder, which knows what to make of it.
///
/// **Thread:** Confined to one decoding.
///
/// **Memory:** two bytes for each sample that is kept.
///
/// **Source:** ITU-T T.81, annexes A and F.
final class ReducedJpeg {

    private static final Texts TEXTS = Texts.beside(ReducedJpeg.class);

    private final JpegHeader header;
    private final int size; // samples of a block's side that are kept where a channel has most
    private final int mostAcross;
    private final int mostDown;
    private final int unitsAcross;
    private final int unitsDown;
    private final JpegTables tables;
    private final List<ReducedChannel> channels = new ArrayList<>();

    /// @param shrink 2, 4 or 8
    /// @throws IOException if this file has to be left to the exact decoder
    ReducedJpeg(JpegHeader header, int shrink) throws IOException {
        this.header = header;
        this.size = ReducedBlock.SIDE / shrink;
        this.tables = new JpegTables(header);
        boolean alone = header.components().size() == 1; // then a unit is one block, whatever the factors are
        this.mostAcross = alone ? 1 : most(JpegHeader.Component::across);
        this.mostDown = alone ? 1 : most(JpegHeader.Component::down);
        this.unitsAcross = Math.ceilDiv(header.width(), ReducedBlock.SIDE * mostAcross);
        this.unitsDown = Math.ceilDiv(header.height(), ReducedBlock.SIDE * mostDown);
        for (int i = 0; i < header.components().size(); i++) {
            JpegHeader.Component component = header.components().get(i);
            int across = alone ? 1 : component.across();
            int down = alone ? 1 : component.down();
            channels.add(new ReducedChannel(
                    tables, i, across, down, samples(mostAcross, across), samples(mostDown, down), stride()));
        }
    }

    private int most(ToIntFunction<JpegHeader.Component> factor) {
        return header.components().stream().mapToInt(factor).max().orElseThrow();
    }

    /// {@return the samples of a block's side, so that all channels come out alike}
    private int samples(int most, int factor) throws Unreadable {
        int samples = factor == 0 || most % factor != 0 ? 0 : size * (most / factor);
        if (Integer.bitCount(samples) != 1 || samples > ReducedBlock.SIDE) {
            throw new Unreadable(TEXTS.get("rare.sampling"));
        }
        return samples;
    }

    private int stride() {
        return unitsAcross * mostAcross * size;
    }

    int width() {
        return Math.ceilDiv(header.width() * size, ReducedBlock.SIDE);
    }

    int height() {
        return Math.ceilDiv(header.height() * size, ReducedBlock.SIDE);
    }

    /// {@return the channels as stored; shape (height, width, channels)}
    ///
    /// @throws IOException if the scan is damaged
    byte[] decode() throws IOException {
        channels.forEach(channel -> channel.allocate(unitsDown * mostDown * size));
        EntropyBits in = new EntropyBits(header.bare().bytes(), tables.scan());
        int units = Math.multiplyExact(unitsAcross, unitsDown);
        int untilRestart = tables.restartInterval();
        for (int unit = 0; unit < units; unit++) {
            if (tables.restartInterval() > 0 && untilRestart-- == 0) {
                in.restart();
                channels.forEach(ReducedChannel::restart);
                untilRestart = tables.restartInterval() - 1;
            }
            for (ReducedChannel channel : channels) {
                channel.unit(in, unit % unitsAcross, unit / unitsAcross);
            }
        }
        in.end();
        return interleaved();
    }

    private byte[] interleaved() {
        int width = width();
        byte[] result = new byte[Math.multiplyExact(width * height(), channels.size())];
        for (int c = 0; c < channels.size(); c++) {
            byte[] plane = channels.get(c).plane();
            int to = c;
            for (int y = 0; y < height(); y++) {
                for (int x = 0; x < width; x++) {
                    result[to] = plane[y * stride() + x];
                    to += channels.size();
                }
            }
        }
        return result;
    }
}
