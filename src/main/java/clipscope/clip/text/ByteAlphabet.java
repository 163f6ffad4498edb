package clipscope.clip.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The characters that stand for bytes in byte-level pieces: a byte that can be seen stands for itself, the
/// others get characters from U+0100 on.
///
/// **Source:** `bytes_to_unicode` in `clip/simple_tokenizer.py` of openai/CLIP, after GPT-2.
public final class ByteAlphabet {

    private static final List<String> BY_BYTE = byByte();
    private static final List<String> IN_ORDER =
            BY_BYTE.stream().sorted(Comparator.naturalOrder()).toList();

    private ByteAlphabet() {}

    /// {@return the character of a byte}
    public static String of(byte b) {
        return BY_BYTE.get(b & 0xff);
    }

    /// {@return all 256 characters in the order of the ids that CLIP gives to them}
    public static List<String> inOrder() {
        return IN_ORDER;
    }

    private static List<String> byByte() {
        int[] invisible = IntStream.range(0, 256).filter(b -> !visible(b)).toArray();
        return IntStream.range(0, 256)
                .map(b -> visible(b) ? b : 0x100 + Arrays.binarySearch(invisible, b))
                .mapToObj(Character::toString)
                .toList();
    }

    private static boolean visible(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae; // as in GPT-2's table
    }
}
