package clipscope.clip.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes pickles, honest and not.
public final class PickleBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PickleBytes() {}

    public static PickleBytes begin() {
        return new PickleBytes().raw(0x80, 2);
    }

    public PickleBytes raw(int... bytes) {
        Arrays.stream(bytes).forEach(out::write);
        return this;
    }

    /// Writes instructions that are letters.
    public PickleBytes ops(String letters) {
        out.writeBytes(letters.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public PickleBytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ops("X").i32(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public PickleBytes whole(long value) {
        return raw(0x8a, Long.BYTES).i64(value);
    }

    public PickleBytes global(String module, String name) {
        return ops("c" + module + "\n" + name + "\n");
    }

    public PickleBytes i32(int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    public PickleBytes i64(long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    public PickleBytes wholes(long... values) {
        ops("(");
        Arrays.stream(values).forEach(this::whole);
        return ops("t");
    }

    /// The reference to a storage on the CPU.
    public PickleBytes storage(String type, String key, long elements) {
        return ops("(").text("storage")
                .global("torch", type)
                .text(key)
                .text("cpu")
                .whole(elements)
                .ops("tQ");
    }

    /// A tensor of float32 in storage 0, which has so many elements.
    public PickleBytes tensor(long elements, long offset, long[] shape, long[] strides) {
        return global("torch._utils", "_rebuild_tensor_v2")
                .ops("(")
                .storage("FloatStorage", "0", elements)
                .whole(offset)
                .wholes(shape)
                .wholes(strides)
                .raw(0x89) // needs no gradient
                .ops("}tR");
    }

    /// A pickle of the state dict `{"w": tensor}`, ended.
    public static byte[] stateDict(long elements, long offset, long[] shape, long[] strides) {
        return begin().ops("}")
                .text("w")
                .tensor(elements, offset, shape, strides)
                .ops("s")
                .end();
    }

    public byte[] end() {
        return ops(".").bytes();
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
