package clipscope.image.file;

import java.io.EOFException;
import java.util.Arrays;

/// Numbers at places of a file, each place checked.
///
/// **Thread:** Immutable, if nobody writes to the bytes.
public final class ByteReader {

    private final byte[] bytes;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int length() {
        return bytes.length;
    }

    public int u8(long at) throws EOFException {
        if (at < 0 || at >= bytes.length) {
            throw new EOFException("byte %d of %d".formatted(at, bytes.length));
        }
        return bytes[(int) at] & 0xff;
    }

    public int u16BigEndian(long at) throws EOFException {
        return u8(at) << 8 | u8(at + 1);
    }

    public int u16LittleEndian(long at) throws EOFException {
        return u8(at + 1) << 8 | u8(at);
    }

    public int u24LittleEndian(long at) throws EOFException {
        return u8(at + 2) << 16 | u16LittleEndian(at);
    }

    public long u32BigEndian(long at) throws EOFException {
        return (long) u16BigEndian(at) << 16 | u16BigEndian(at + 2);
    }

    public long u32LittleEndian(long at) throws EOFException {
        return (long) u16LittleEndian(at + 2) << 16 | u16LittleEndian(at);
    }

    /// {@return whether these Latin-1 characters stand there}
    public boolean has(long at, String text) {
        if (at < 0 || at + text.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[(int) at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// {@return a copy of what lies between, cut at the file's end}
    public byte[] slice(long from, long to) {
        int end = (int) Math.min(to, bytes.length);
        return Arrays.copyOfRange(bytes, (int) Math.min(from, end), end);
    }
}
