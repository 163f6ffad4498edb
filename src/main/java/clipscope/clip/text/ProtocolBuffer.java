package clipscope.clip.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads one message of Protocol Buffers, field by field: [#next], then exactly one of the others.
///
/// The bytes are untrusted: a length that leaves the message is a fault.
///
/// **Source:** "Encoding" in the documentation of Protocol Buffers.
final class ProtocolBuffer {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final ByteBuffer bytes;
    private int tag;

    ProtocolBuffer(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Goes to the next field. {@return whether there is one}
    boolean next() throws MalformedTextException {
        if (!bytes.hasRemaining()) {
            return false;
        }
        tag = (int) number();
        return true;
    }

    /// {@return the number of the field that [#next] went to}
    int field() {
        return tag >>> 3;
    }

    long varint() throws MalformedTextException {
        expect(VARINT);
        return number();
    }

    float fixed32() throws MalformedTextException {
        expect(FIXED32);
        need(Float.BYTES);
        return bytes.getFloat();
    }

    byte[] bytes() throws MalformedTextException {
        ByteBuffer part = part();
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        return copy;
    }

    String text() throws MalformedTextException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part()).toString();
        } catch (CharacterCodingException _) {
            throw new MalformedTextException("a text in it is not UTF-8");
        }
    }

    ProtocolBuffer message() throws MalformedTextException {
        return new ProtocolBuffer(part());
    }

    void skip() throws MalformedTextException {
        switch (tag & 7) {
            case VARINT -> number();
            case FIXED64 -> forward(Long.BYTES);
            case DELIMITED -> part();
            case FIXED32 -> forward(Integer.BYTES);
            default -> throw new MalformedTextException("field %d is of an unknown kind".formatted(field()));
        }
    }

    private ByteBuffer part() throws MalformedTextException {
        expect(DELIMITED);
        long length = number();
        if (length < 0 || length > bytes.remaining()) {
            throw new MalformedTextException("field %d is longer than the file".formatted(field()));
        }
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part;
    }

    private void forward(int count) throws MalformedTextException {
        need(count);
        bytes.position(bytes.position() + count);
    }

    private void need(int count) throws MalformedTextException {
        if (bytes.remaining() < count) {
            throw new MalformedTextException("it is cut off");
        }
    }

    private void expect(int kind) throws MalformedTextException {
        if ((tag & 7) != kind) {
            throw new MalformedTextException("field %d is of another kind".formatted(field()));
        }
    }

    private long number() throws MalformedTextException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            need(1);
            byte b = bytes.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new MalformedTextException("a number in it has no end");
    }
}
