package clipscope.image.vp8;

import java.io.EOFException;

/// Reads bits whose chances are known, as arithmetic coding packs them.
///
/// **Thread:** Confined to one decoding.
///
/// **Source:** RFC 6386, section 7.
final class BoolDecoder {

    private static final int SPARE = 16; // bytes a whole stream may be read beyond its end: the window looks ahead

    private final byte[] bytes;
    private final int end;
    private int next;
    private int range = 254; // less one
    private int value;
    private int spareBits = -8;

    BoolDecoder(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
    }

    /// {@return a bit that is false with the chance of `probability` / 256}
    boolean bit(int probability) throws EOFException {
        if (spareBits < 0) {
            load();
        }
        int split = (range * probability) >> 8;
        boolean one = (value >> spareBits) > split;
        int width;
        if (one) {
            width = range - split;
            value -= (split + 1) << spareBits;
        } else {
            width = split + 1;
        }
        int shift = Integer.numberOfLeadingZeros(width) - 24;
        spareBits -= Math.max(shift, 0);
        range = (width << Math.max(shift, 0)) - 1;
        return one;
    }

    /// {@return a bit as 0 or 1}
    int number(int probability) throws EOFException {
        return bit(probability) ? 1 : 0;
    }

    boolean flag() throws EOFException {
        return bit(128);
    }

    /// {@return a number of so many bits, the highest first}
    int literal(int bits) throws EOFException {
        int result = 0;
        for (int i = 0; i < bits; i++) {
            result = (result << 1) | number(128);
        }
        return result;
    }

    /// {@return a number of so many bits and its sign, or 0 where a flag says that there is none}
    int optionalSigned(int bits) throws EOFException {
        if (!flag()) {
            return 0;
        }
        int result = literal(bits);
        return flag() ? -result : result;
    }

    private void load() throws EOFException {
        if (next >= end + SPARE) {
            throw new EOFException("byte %d of %d".formatted(next, end));
        }
        value = (value << 8) | (next < end ? bytes[next] & 0xff : 0);
        next++;
        spareBits += 8;
    }
}
