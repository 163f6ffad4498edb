package clipscope.clip.engine;

import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random weights of a shape, in memory.
final class RandomCheckpoint implements Checkpoint {

    private final Arena arena = Arena.ofShared();
    private final Map<String, TensorEntry> tensors = new HashMap<>();
    private final MemorySegment data;
    private boolean open = true;

    RandomCheckpoint(NetworkShape shape, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        List<WeightSpec> specs = shape.weights();
        this.data =
                arena.allocate(specs.stream().mapToLong(RandomCheckpoint::bytes).sum(), 64);
        long begin = 0;
        for (WeightSpec spec : specs) {
            long end = begin + bytes(spec);
            tensors.put(spec.name(), new TensorEntry(spec.name(), DType.F32, spec.shape(), begin, end));
            boolean norm = spec.name().contains("norm") && spec.name().endsWith("weight");
            double fanIn = spec.shape().stream().skip(1).reduce(1L, (a, b) -> a * b);
            for (long at = begin; at < end; at += Float.BYTES) {
                double value = (norm ? 1 : 0) + random.nextGaussian() * (norm ? 0.1 : 1 / Math.sqrt(fanIn + 1));
                data.set(ValueLayout.JAVA_FLOAT, at, (float) value);
            }
            begin = end;
        }
    }

    private static long bytes(WeightSpec spec) {
        return spec.shape().stream().reduce((long) Float.BYTES, (a, b) -> a * b);
    }

    @Override
    public Path location() {
        return Path.of("random");
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public MemorySegment bytes(TensorEntry tensor) {
        return data.asSlice(tensor.begin(), tensor.end() - tensor.begin());
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        arena.close();
    }
}
