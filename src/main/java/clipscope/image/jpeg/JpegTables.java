package clipscope.image.jpeg;

import clipscope.image.file.ByteReader;
import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The tables of a sequential JPEG, and where its one scan begins.
///
/// **Source:** ITU-T T.81, annex B.
final class JpegTables {

    private static final Texts TEXTS = Texts.beside(JpegTables.class);

    private static final int SOS = 0xda;

    private final ByteReader in;
    private final float[][] steps = new float[4][]; // of quantisation, in order of storage
    private final HuffmanTable[] steadyCodes = new HuffmanTable[4];
    private final HuffmanTable[] changingCodes = new HuffmanTable[4];
    private final int[] stepsOf = new int[4]; // which of the tables above a channel takes
    private final int[] codesOf = new int[4];
    private int restartInterval;
    private int scan;

    /// @throws Unreadable if the file is of another kind, or damaged
    JpegTables(JpegHeader header) throws IOException {
        this.in = new ByteReader(header.bare().bytes());
        long at = 2;
        int marker = 0;
        while (marker != SOS) {
            marker = in.u8(at + 1);
            long end = at + 2 + in.u16BigEndian(at + 2);
            switch (marker) {
                case 0xc0, 0xc1 -> frame(at + 4, header.components().size());
                case 0xc2 -> throw new Unreadable("a progressive JPEG");
                case 0xc4 -> codes(at + 4, end);
                case 0xdb -> steps(at + 4, end);
                case 0xdd -> restartInterval = in.u16BigEndian(at + 4);
                case SOS -> scan(at + 4, header);
                default -> {}
            }
            at = end;
        }
        scan = Math.toIntExact(at);
    }

    /// {@return a channel's steps of quantisation, in order of storage}
    float[] steps(int channel) throws IOException {
        return found(steps[stepsOf[channel]]);
    }

    /// {@return the code of a channel's means}
    HuffmanTable steadyCode(int channel) throws IOException {
        return found(steadyCodes[codesOf[channel] >> 4 & 3]);
    }

    /// {@return the code of a channel's other frequencies}
    HuffmanTable changingCode(int channel) throws IOException {
        return found(changingCodes[codesOf[channel] & 3]);
    }

    /// {@return how many units there are from one restart marker to the next, 0 without any}
    int restartInterval() {
        return restartInterval;
    }

    /// {@return the place of the scan's first byte}
    int scan() {
        return scan;
    }

    private static <T> T found(@Nullable T table) throws Unreadable {
        if (table == null) {
            throw new Unreadable(TEXTS.get("damaged.table"));
        }
        return table;
    }

    private void frame(long from, int channels) throws IOException {
        for (int i = 0; i < channels; i++) {
            stepsOf[i] = in.u8(from + 8 + 3L * i) & 3;
        }
    }

    private void steps(long from, long end) throws IOException {
        long at = from;
        while (at < end) {
            int kind = in.u8(at++);
            int bytes = 1 + (kind >> 4 & 1);
            float[] table = new float[64];
            for (int i = 0; i < table.length; i++) {
                table[i] = bytes == 1 ? in.u8(at) : in.u16BigEndian(at);
                at += bytes;
            }
            steps[kind & 3] = table;
        }
    }

    private void codes(long from, long end) throws IOException {
        long at = from;
        while (at < end) {
            int kind = in.u8(at);
            byte[] counts = in.slice(at + 1, at + 17);
            int total = 0;
            for (byte count : counts) {
                total += count & 0xff;
            }
            byte[] values = in.slice(at + 17, at + 17 + total);
            if (counts.length < 16 || values.length < total) {
                throw new Unreadable(TEXTS.get("damaged.cut"));
            }
            (kind >> 4 == 0 ? steadyCodes : changingCodes)[kind & 3] = new HuffmanTable(counts, values);
            at += 17 + total;
        }
    }

    private void scan(long from, JpegHeader header) throws IOException {
        if (in.u8(from) != header.components().size()) {
            throw new Unreadable(TEXTS.get("rare.scans"));
        }
        for (int i = 0; i < header.components().size(); i++) {
            if (in.u8(from + 1 + 2L * i) != header.components().get(i).id()) {
                throw new Unreadable(TEXTS.get("rare.places"));
            }
            codesOf[i] = in.u8(from + 2 + 2L * i);
        }
    }
}
