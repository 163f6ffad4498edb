package clipscope.clip.weights.layout;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A checkpoint of names and shapes. Each element is the number of its place, as float32.
final class Shapes implements Checkpoint {

    private final Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    private boolean closed;

    Shapes with(String name, long... shape) {
        List<Long> dimensions = Arrays.stream(shape).boxed().toList();
        tensors.put(name, TensorEntry.named(name, DType.F32, dimensions));
        return this;
    }

    Shapes withBlocks(String prefix, int count, long width) {
        for (int i = 0; i < count; i++) {
            String block = prefix + "transformer.resblocks." + i + ".";
            with(block + "attn.in_proj_weight", 3 * width, width).with(block + "attn.in_proj_bias", 3 * width);
            with(block + "attn.out_proj.weight", width, width).with(block + "attn.out_proj.bias", width);
            with(block + "ln_1.weight", width).with(block + "ln_1.bias", width);
            with(block + "mlp.c_fc.weight", 4 * width, width).with(block + "mlp.c_fc.bias", 4 * width);
            with(block + "mlp.c_proj.weight", width, 4 * width).with(block + "mlp.c_proj.bias", width);
            with(block + "ln_2.weight", width).with(block + "ln_2.bias", width);
        }
        return this;
    }

    Shapes without(String name) {
        tensors.remove(name);
        return this;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public Path location() {
        return Path.of("shapes");
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public MemorySegment bytes(TensorEntry tensor) {
        ByteBuffer bytes = ByteBuffer.allocate((int) tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; bytes.hasRemaining(); i++) {
            bytes.putFloat(i);
        }
        return MemorySegment.ofArray(bytes.array());
    }

    @Override
    public void close() {
        closed = true;
    }
}
