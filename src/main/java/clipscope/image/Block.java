package clipscope.image;

/// Bytes that belong together. Whoever takes them must not write to them: files are too large to copy for
/// good manners.
final class Block {

    static final Block EMPTY = new Block(new byte[0]);

    private final byte[] bytes;

    Block(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }
}
