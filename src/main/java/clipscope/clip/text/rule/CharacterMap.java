package clipscope.clip.text.rule;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/// The map of characters that SentencePiece normalises texts with: a trie in an array, and the texts that its
/// leaves stand for.
///
/// A node's children lie at its base, each combined by exclusive or with the byte that leads to it. All that
/// can be reached from the root is followed here, and must lie within the array.
///
/// **Source:** `src/lib.rs` of spm_precompiled 0.1.4, and `darts.h` of s-yata/darts-clone.
final class CharacterMap {

    private static final int BYTES = 256;
    private static final int LABEL = 0x8000_00FF; // of a unit, with the bit that marks a value and no byte
    private static final int LEAF = 1 << 8;
    private static final int WIDE = 1 << 9; // the offset is in units of 256
    private static final int VALUE = 0x7FFF_FFFF;

    private final IntBuffer units;
    private final ByteBuffer texts;
    private final BitSet known;
    private final Deque<Integer> waiting = new ArrayDeque<>();

    private CharacterMap(IntBuffer units, ByteBuffer texts) {
        this.units = units;
        this.texts = texts;
        this.known = new BitSet(units.capacity());
    }

    /// @param base64 as a `tokenizer.json` has it
    /// @throws IllegalStateException if it leads beyond its own end
    static void check(String base64) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a map of characters that is not in base 64", e);
        }
        long size = bytes.remaining() < Integer.BYTES ? -1 : Integer.toUnsignedLong(bytes.getInt());
        if (size < Integer.BYTES || size % Integer.BYTES != 0 || size > bytes.remaining()) {
            throw damaged();
        }
        IntBuffer units = bytes.slice(bytes.position(), (int) size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        ByteBuffer texts = bytes.slice(bytes.position() + (int) size, bytes.remaining() - (int) size);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(texts.duplicate());
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a map of characters that gives no text", e);
        }
        new CharacterMap(units, texts).follow();
    }

    private void follow() {
        reach(offset(units.get(0)));
        while (!waiting.isEmpty()) {
            int base = waiting.removeLast();
            for (int label = 1; label < BYTES; label++) { // a byte of 0 ends the search
                int place = base ^ label;
                int unit = units.get(place);
                if ((unit & LABEL) == label) {
                    int below = place ^ offset(unit);
                    reach(below);
                    if ((unit & LEAF) != 0) {
                        text(units.get(below) & VALUE);
                    }
                }
            }
        }
    }

    private void reach(int base) {
        if (base < 0 || (base | (BYTES - 1)) >= units.capacity()) {
            throw damaged();
        }
        if (!known.get(base)) {
            known.set(base);
            waiting.add(base);
        }
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & WIDE) >> 6);
    }

    /// A text begins here: not beyond the end, nor in the middle of a character.
    private void text(int begin) {
        if (begin > texts.capacity() || (begin < texts.capacity() && (texts.get(begin) & 0xC0) == 0x80)) {
            throw damaged();
        }
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException("a map of characters that leads beyond its end");
    }
}
