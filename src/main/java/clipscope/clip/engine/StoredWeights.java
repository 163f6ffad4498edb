package clipscope.clip.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.WeightNumbers;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// The weights of a tower where they lie: in the mapped file or, where that is no place for them, in a copy.
///
/// **Memory:** copies last until [#close()].
final class StoredWeights implements AutoCloseable {

    private final Arena copies = Arena.ofConfined();
    private final List<Stored> weights = new ArrayList<>();

    /// @param specs in the order of the program; each must be in the checkpoint with its shape
    StoredWeights(Checkpoint checkpoint, List<WeightSpec> specs) {
        for (WeightSpec spec : specs) {
            weights.add(stored(checkpoint, spec));
        }
    }

    /// A weight in memory, of a type that DJL knows.
    ///
    /// @param stored as it lies in the checkpoint
    private record Stored(MemorySegment stored, MemorySegment memory, Shape shape, DataType type) {

        boolean copied() {
            return memory != stored;
        }
    }

    /// Refuses what no direct buffer can hold, before any weight is touched.
    ///
    /// @throws ProblemException naming the weight that is too large
    static void check(Checkpoint checkpoint, List<WeightSpec> specs) throws ProblemException {
        for (WeightSpec spec : specs) {
            TensorEntry entry = entry(checkpoint, spec);
            long count = entry.shape().stream().reduce(1L, Math::multiplyExact);
            if (count * typeFor(entry.dtype()).getNumOfBytes() > Integer.MAX_VALUE) {
                throw new ProblemException(new Problem.UnsupportedModel(
                        checkpoint.location(), "weight %s of more than 2 GiB".formatted(spec.name())));
            }
        }
    }

    /// {@return whether some weights are copies}
    boolean copied() {
        return weights.stream().anyMatch(Stored::copied);
    }

    /// {@return the weights as the program takes them, valid until this and the manager are closed}
    IValue list(PtNDManager manager) {
        return IValue.listFrom(weights.stream()
                .map(weight -> manager.create(weight.memory().asByteBuffer(), weight.shape(), weight.type()))
                .toArray(PtNDArray[]::new));
    }

    /// Lets the system have the memory of what lies in the file. Who looks there again waits for it a little.
    void unload() {
        weights.stream().map(Stored::stored).filter(MemorySegment::isMapped).forEach(MemorySegment::unload);
    }

    private Stored stored(Checkpoint checkpoint, WeightSpec spec) {
        TensorEntry entry = entry(checkpoint, spec);
        MemorySegment bytes = checkpoint.bytes(entry);
        MemorySegment memory = usable(bytes, entry.dtype());
        long[] shape = entry.shape().stream().mapToLong(n -> n).toArray();
        return new Stored(bytes, memory, new Shape(shape), typeFor(entry.dtype()));
    }

    private static TensorEntry entry(Checkpoint checkpoint, WeightSpec spec) {
        TensorEntry entry = checkpoint.tensors().get(spec.name());
        if (entry == null
                || !entry.shape().equals(spec.shape())
                || !entry.dtype().isWeight()) {
            throw new IllegalArgumentException("unchecked weight %s: %s".formatted(spec.name(), entry));
        }
        return entry;
    }

    private static DataType typeFor(DType type) {
        return type == DType.F16 ? DataType.FLOAT16 : DataType.FLOAT32;
    }

    /// A file may put a tensor at an odd address, which vector instructions need not bear. And the library's
    /// native part ends the process when it gets bfloat16, or int16 in its place. Such weights are copied.
    private MemorySegment usable(MemorySegment bytes, DType type) {
        if (type != DType.F32 && type != DType.F16) {
            return floats(bytes, type);
        }
        if (bytes.address() % type.bytes() == 0) {
            return bytes;
        }
        return copies.allocate(bytes.byteSize(), type.bytes()).copyFrom(bytes);
    }

    private MemorySegment floats(MemorySegment bytes, DType type) {
        long count = bytes.byteSize() / type.bytes();
        MemorySegment floats = copies.allocate(count * Float.BYTES, Float.BYTES);
        for (long i = 0; i < count; i++) {
            floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, WeightNumbers.at(bytes, type, i));
        }
        return floats;
    }

    @Override
    public void close() {
        copies.close();
    }
}
