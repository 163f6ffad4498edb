package clipscope.image.jpeg;

import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The bits of a scan: between its bytes stand stuffed zeros, and it ends where a marker begins.
///
/// **Thread:** Confined to one decoding.
///
/// **Source:** ITU-T T.81, annexes F.1.2.3 and F.2.2.5.
final class EntropyBits {

    private static final Texts TEXTS = Texts.beside(EntropyBits.class);

    private static final int ENOUGH = 32; // a code of 16 bits and a number of 16

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] data;
    private int at;
    private long bits; // the next ones, at the high end
    private int count;
    private int missing; // bits that were made up behind the end

    EntropyBits(byte[] data, int from) {
        this.data = data;
        this.at = from;
    }

    /// Makes sure that a code and a number can be read. Behind the scan's end there are zeros.
    void fill() throws IOException {
        if (count >= ENOUGH) {
            return;
        }
        if (at + Long.BYTES <= data.length && !holdsFf((long) LONGS.get(data, at))) {
            bits |= (long) LONGS.get(data, at) >>> count; // a last byte that is there in part is added again next time
            int bytes = (Long.SIZE - count) / Byte.SIZE;
            at += bytes;
            count += bytes * Byte.SIZE;
            return;
        }
        while (count <= Long.SIZE - Byte.SIZE) {
            int next = at < data.length ? data[at] & 0xff : 0xff;
            if (next != 0xff) {
                at++;
            } else if (at + 1 < data.length && data[at + 1] == 0) {
                at += 2;
            } else {
                next = 0;
                missing += Byte.SIZE;
            }
            bits |= (long) next << (Long.SIZE - Byte.SIZE - count);
            count += Byte.SIZE;
        }
        if (missing > count) {
            throw new EOFException("scan of %d bytes".formatted(at));
        }
    }

    /// Whether a byte is one that has another meaning.
    private static boolean holdsFf(long bytes) {
        return ((~bytes - 0x0101010101010101L) & bytes & 0x8080808080808080L) != 0;
    }

    /// {@return the next bits, which stay; at most as many as [#fill()] made sure of}
    int peek(int length) {
        return (int) (bits >>> (Long.SIZE - length));
    }

    void skip(int length) {
        bits <<= length;
        count -= length;
    }

    /// {@return the next number, whose sign is in its first bit}
    ///
    /// **Source:** `EXTEND`, figure F.12 of T.81.
    int signed(int length) {
        if (length == 0) {
            return 0;
        }
        int value = peek(length);
        skip(length);
        return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }

    /// Goes on behind a restart marker.
    ///
    /// @throws Unreadable if the scan does not stop there at a marker
    void restart() throws IOException {
        end();
        if ((data[at + 1] & 0xf8) != 0xd0) { // RST0 to RST7
            throw new Unreadable(TEXTS.get("damaged.restart"));
        }
        at += 2;
        bits = 0;
        count = 0;
        missing = 0;
    }

    /// Ends the scan.
    ///
    /// @throws Unreadable if it does not stop there at a marker
    void end() throws IOException {
        fill();
        boolean all = count - missing < Byte.SIZE;
        if (missing > count || !all || at + 1 >= data.length || data[at] != (byte) 0xff) {
            throw new Unreadable(TEXTS.get("damaged.end"));
        }
    }
}
