package clipscope.image.jpeg;

import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.IOException;

/// A prefix code of a JPEG file.
///
/// **Thread:** Immutable.
///
/// **Source:** ITU-T T.81, annexes C and F.2.2.3.
final class HuffmanTable {

    private static final Texts TEXTS = Texts.beside(HuffmanTable.class);

    private static final int LONGEST = 16; // bits of a code
    private static final int QUICK = 9; // bits that are looked up at once: nearly all codes

    private final short[] quick = new short[1 << QUICK]; // length × 256 + value; 0 where the code is longer
    private final int[] codesBefore = new int[LONGEST + 2]; // the first code of each length
    private final int[] codes = new int[LONGEST + 1]; // how many there are of each length
    private final int[] valuesBefore = new int[LONGEST + 1]; // the place of the first value of each length
    private final byte[] values;

    /// @param counts how many codes there are of each length from 1 to 16
    /// @param values what the codes mean, shortest first
    /// @throws Unreadable if there are more codes than bits allow
    HuffmanTable(byte[] counts, byte[] values) throws Unreadable {
        this.values = values;
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            codes[length] = counts[length - 1] & 0xff;
            codesBefore[length] = code;
            valuesBefore[length] = place;
            if (code + codes[length] > 1 << length) {
                throw new Unreadable(TEXTS.get("damaged.code"));
            }
            for (int i = 0; i < codes[length] && length <= QUICK; i++) {
                lookUp(code + i, length, values[place + i] & 0xff);
            }
            place += codes[length];
            code = (code + codes[length]) << 1;
        }
    }

    private void lookUp(int code, int length, int value) {
        int spare = QUICK - length;
        for (int rest = 0; rest < 1 << spare; rest++) {
            quick[code << spare | rest] = (short) (length << 8 | value);
        }
    }

    /// {@return the next value}
    int next(EntropyBits in) throws IOException {
        in.fill();
        int found = quick[in.peek(QUICK)];
        if (found != 0) {
            in.skip(found >> 8);
            return found & 0xff;
        }
        for (int length = QUICK + 1; length <= LONGEST; length++) {
            int code = in.peek(length) - codesBefore[length];
            if (code < codes[length]) {
                in.skip(length);
                return values[valuesBefore[length] + code] & 0xff;
            }
        }
        throw new Unreadable(TEXTS.get("damaged.data"));
    }
}
