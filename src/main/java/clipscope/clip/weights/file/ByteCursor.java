package clipscope.clip.weights.file;

import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/// A place in bytes that moves on as they are read, and never beyond their end.
///
/// **Unit:** numbers are little-endian, unless their name says otherwise.
///
/// **Thread:** Confined to its owner.
public final class ByteCursor {

    private static final Texts TEXTS = Texts.beside(ByteCursor.class);

    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble F64_BIG_ENDIAN =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment bytes;
    private final String what;
    private long position;

    /// @param what what the bytes are, for the message when they end too early: "the pickle"
    public ByteCursor(MemorySegment bytes, String what) {
        this.bytes = bytes;
        this.what = what;
    }

    public long position() {
        return position;
    }

    public long remaining() {
        return bytes.byteSize() - position;
    }

    public int u8() throws MalformedFileException {
        return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, advance(Byte.BYTES)));
    }

    public int u16() throws MalformedFileException {
        return Short.toUnsignedInt(bytes.get(U16, advance(Short.BYTES)));
    }

    public int i32() throws MalformedFileException {
        return bytes.get(I32, advance(Integer.BYTES));
    }

    public long u32() throws MalformedFileException {
        return Integer.toUnsignedLong(i32());
    }

    /// {@return eight bytes; a number of more than 2^63 is negative, and so refused as a size}
    public long i64() throws MalformedFileException {
        return bytes.get(I64, advance(Long.BYTES));
    }

    public double f64BigEndian() throws MalformedFileException {
        return bytes.get(F64_BIG_ENDIAN, advance(Double.BYTES));
    }

    /// {@return the next bytes, without a copy}
    ///
    /// @param size as the file says it: negative or too large is the file's fault
    public MemorySegment take(long size) throws MalformedFileException {
        return bytes.asSlice(advance(size), size);
    }

    /// {@return the next bytes as text}
    public String text(long size, Charset charset) throws MalformedFileException {
        return decoded(take(size), charset);
    }

    /// {@return the text up to the end of the line, which is passed over}
    ///
    /// @param limit the most bytes such a line may have
    public String line(int limit, Charset charset) throws MalformedFileException {
        long length = 0;
        while (length < limit && length < remaining() && bytes.get(ValueLayout.JAVA_BYTE, position + length) != '\n') {
            length++;
        }
        if (length == limit) {
            throw new MalformedFileException(TEXTS.get("cursor.line", what, limit));
        }
        String line = text(length, charset);
        advance(1);
        return line;
    }

    private String decoded(MemorySegment text, Charset charset) throws MalformedFileException {
        try {
            return charset.newDecoder() // reports malformed bytes, unlike a String's constructor
                    .decode(ByteBuffer.wrap(text.toArray(ValueLayout.JAVA_BYTE)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new MalformedFileException(TEXTS.get("cursor.text", what, charset));
        }
    }

    private long advance(long size) throws MalformedFileException {
        if (size < 0 || size > remaining()) {
            throw new MalformedFileException(TEXTS.get("cursor.end", what));
        }
        long start = position;
        position += size;
        return start;
    }
}
