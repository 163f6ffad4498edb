package clipscope.image.file;

/// Bytes that belong together. Whoever takes them must not write to them: files are too large to copy for
/// good manners.
public final class Block {

    public static final Block EMPTY = new Block(new byte[0]);

    private final byte[] bytes;

    public Block(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }
}
