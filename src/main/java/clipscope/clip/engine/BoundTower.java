package clipscope.clip.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// The weights of one tower, in the order and the number format that the program computes with.
///
/// Weights stored in fp32 or fp16 are not copied to be handed over: those tensors lie in the mapped file,
/// so the checkpoint must stay open until [#close()]. Closing it first would end the process at the next
/// call.
///
/// **Thread:** Confined to the inference thread.
final class BoundTower implements AutoCloseable {

    private static final ValueLayout.OfShort BF16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final int IMAGE_HEAD = 5; // weights before the blocks: patch, class token, positions, norm of 2
    static final int TEXT_HEAD = 2; // tokens, positions

    private final Arena copies;
    private final IValue weights;

    private BoundTower(Arena copies, IValue weights) {
        this.copies = copies;
        this.weights = weights;
    }

    /// Binds the weights of a tower.
    ///
    /// @param specs in a checkpoint's order; each must be in the checkpoint with its shape
    /// @param head the number of weights before the blocks
    static BoundTower bind(
            TorchRuntime runtime,
            PtSymbolBlock program,
            Checkpoint checkpoint,
            List<WeightSpec> specs,
            int head,
            Options options)
            throws ProblemException {
        Arena copies = Arena.ofShared();
        boolean bound = false;
        try (PtNDManager manager = runtime.newManager();
                TorchCall call = new TorchCall(runtime)) {
            PtNDArray[] stored = new PtNDArray[specs.size()];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = array(manager, copies, checkpoint, specs.get(i));
            }
            try (IValue list = IValue.listFrom(stored)) {
                IValue weights = TorchCall.run(
                        program,
                        "bind",
                        list,
                        call.number(head),
                        call.number(options.type().scalarType()),
                        call.flag(options.folded()));
                bound = true;
                return new BoundTower(copies, weights);
            }
        } finally {
            if (!bound) {
                copies.close();
            }
        }
    }

    /// @param type what to compute in
    /// @param folded whether the factor of quick_gelu goes into the weights
    record Options(ComputeType type, boolean folded) {}

    /// {@return the list to hand to the program}
    IValue weights() {
        return weights;
    }

    private static PtNDArray array(PtNDManager manager, Arena copies, Checkpoint checkpoint, WeightSpec spec)
            throws ProblemException {
        TensorEntry entry = checkpoint.tensors().get(spec.name());
        if (entry == null
                || !entry.shape().equals(spec.shape())
                || !entry.dtype().isWeight()) {
            throw new IllegalArgumentException("unchecked weight %s: %s".formatted(spec.name(), entry));
        }
        MemorySegment bytes = checkpoint.bytes(entry);
        DataType type = dataType(entry.dtype());
        if (bytes.byteSize() / entry.dtype().bytes() * type.getNumOfBytes() > Integer.MAX_VALUE) { // of a direct buffer
            throw new ProblemException(new Problem.UnsupportedModel(
                    checkpoint.location(), "weight %s of more than 2 GiB".formatted(spec.name())));
        }
        MemorySegment numbers =
                entry.dtype() == DType.BF16 ? widened(bytes, copies) : aligned(bytes, entry.dtype(), copies);
        Shape shape = new Shape(entry.shape().stream().mapToLong(n -> n).toArray());
        return manager.create(numbers.asByteBuffer(), shape, type);
    }

    /// A file may put a tensor at an odd address, which vector instructions need not bear.
    private static MemorySegment aligned(MemorySegment bytes, DType type, Arena copies) {
        if (bytes.address() % type.bytes() == 0) {
            return bytes;
        }
        return copies.allocate(bytes.byteSize(), type.bytes()).copyFrom(bytes);
    }

    /// bfloat16 as fp32, of which it is the upper half.
    ///
    /// The library's native part ends the process when it gets numbers of two bytes other than fp16, and
    /// programs have no operation that reads bytes as another type.
    private static MemorySegment widened(MemorySegment bytes, Arena copies) {
        long count = bytes.byteSize() / Short.BYTES;
        MemorySegment floats = copies.allocate(ValueLayout.JAVA_INT, count);
        for (long i = 0; i < count; i++) {
            floats.setAtIndex(ValueLayout.JAVA_INT, i, bytes.get(BF16, i * Short.BYTES) << Short.SIZE);
        }
        return floats;
    }

    private static DataType dataType(DType type) {
        return switch (type) {
            case F32, BF16 -> DataType.FLOAT32;
            case F16 -> DataType.FLOAT16;
            case F64, I64, I32, I16, I8, U64, U32, U16, U8, BOOL, F8_E4M3, F8_E5M2 ->
                throw new IllegalArgumentException("no weights of type " + type);
        };
    }

    @Override
    public void close() {
        weights.close();
        copies.close();
    }
}
