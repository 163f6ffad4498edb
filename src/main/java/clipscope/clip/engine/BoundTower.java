package clipscope.clip.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A tower ready to run: the program's part for it, and its weights in the order and the number format that
/// this computes with.
///
/// What is only looked up is not copied: those tensors lie in the mapped file, so the checkpoint must stay
/// open until [#close()]. Closing it first would end the process at the next call.
///
/// **Thread:** Confined to the inference thread.
final class BoundTower implements AutoCloseable {

    private static final ValueLayout.OfShort BF16_BITS =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final PtSymbolBlock block;
    private final TowerProgram program;
    private final IValue weights;

    private BoundTower(PtSymbolBlock block, TowerProgram program, IValue weights) {
        this.block = block;
        this.program = program;
        this.weights = weights;
    }

    /// Binds the weights of a tower.
    ///
    /// @param specs in the order of the program; each must be in the checkpoint with its shape
    static BoundTower bind(
            TorchRuntime runtime,
            PtSymbolBlock block,
            Checkpoint checkpoint,
            List<WeightSpec> specs,
            TowerProgram program,
            ComputeType type)
            throws ProblemException {
        try (Arena copies = Arena.ofConfined()) {
            List<Stored> stored = stored(checkpoint, specs, copies);
            boolean copied = stored.stream().anyMatch(Stored::copied);
            return new BoundTower(block, program, run(runtime, block, stored, copied, program, type));
        }
    }

    private static IValue run(
            TorchRuntime runtime,
            PtSymbolBlock block,
            List<Stored> weights,
            boolean copied,
            TowerProgram program,
            ComputeType type)
            throws ProblemException {
        try (PtNDManager manager = runtime.newManager();
                TorchCall call = new TorchCall(runtime);
                IValue list = IValue.listFrom(weights.stream()
                        .map(weight -> manager.create(weight.memory().asByteBuffer(), weight.shape(), weight.type()))
                        .toArray(PtNDArray[]::new))) {
            List<IValue> arguments = new ArrayList<>(List.of(list, call.number(type.scalarType())));
            arguments.addAll(program.binding().apply(call));
            try (IValue bound = TorchCall.run(block, "bind_" + program.name(), arguments.toArray(IValue[]::new))) {
                return TorchCall.run(block, "owned", bound, call.flag(copied));
            }
        }
    }

    /// {@return the embeddings of inputs}
    FloatMatrix encode(TorchCall call, IValue... inputs) throws ProblemException {
        List<IValue> arguments = new ArrayList<>(List.of(inputs));
        arguments.add(weights);
        arguments.addAll(program.running().apply(call));
        return call.matrixOf(block, "encode_" + program.name(), arguments.toArray(IValue[]::new));
    }

    /// {@return the states of an input after some blocks}
    FloatMatrix states(TorchCall call, IValue input, int blocks) throws ProblemException {
        List<IValue> arguments = new ArrayList<>(List.of(input, weights, call.number(blocks)));
        arguments.addAll(program.running().apply(call));
        return call.matrixOf(block, program.name() + "_states", arguments.toArray(IValue[]::new));
    }

    /// A weight in memory, of a type that DJL knows.
    ///
    /// @param copied whether it no longer lies in the file, and so only for as long as the binding takes
    private record Stored(MemorySegment memory, Shape shape, DataType type, boolean copied) {}

    private static List<Stored> stored(Checkpoint checkpoint, List<WeightSpec> specs, Arena copies)
            throws ProblemException {
        List<Stored> weights = new ArrayList<>();
        for (WeightSpec spec : specs) {
            TensorEntry entry = checkpoint.tensors().get(spec.name());
            if (entry == null
                    || !entry.shape().equals(spec.shape())
                    || !entry.dtype().isWeight()) {
                throw new IllegalArgumentException("unchecked weight %s: %s".formatted(spec.name(), entry));
            }
            MemorySegment bytes = checkpoint.bytes(entry);
            MemorySegment memory = usable(bytes, entry.dtype(), copies);
            if (memory.byteSize() > Integer.MAX_VALUE) { // of a direct buffer
                throw new ProblemException(new Problem.UnsupportedModel(
                        checkpoint.location(), "weight %s of more than 2 GiB".formatted(spec.name())));
            }
            long[] shape = entry.shape().stream().mapToLong(n -> n).toArray();
            weights.add(new Stored(
                    memory,
                    new Shape(shape),
                    entry.dtype() == DType.F16 ? DataType.FLOAT16 : DataType.FLOAT32,
                    memory != bytes));
        }
        return weights;
    }

    /// A file may put a tensor at an odd address, which vector instructions need not bear. And the library's
    /// native part ends the process when it gets bfloat16, or int16 in its place. Such weights are copied.
    private static MemorySegment usable(MemorySegment bytes, DType type, Arena copies) {
        if (type == DType.BF16) {
            return widened(bytes, copies);
        }
        if (bytes.address() % type.bytes() == 0) {
            return bytes;
        }
        return copies.allocate(bytes.byteSize(), type.bytes()).copyFrom(bytes);
    }

    /// {@return bfloat16 as float, of which it is the upper half}
    private static MemorySegment widened(MemorySegment bytes, Arena copies) {
        long count = bytes.byteSize() / DType.BF16.bytes();
        MemorySegment floats = copies.allocate(count * Float.BYTES, Float.BYTES);
        for (long i = 0; i < count; i++) {
            floats.setAtIndex(ValueLayout.JAVA_INT, i, bytes.get(BF16_BITS, i * DType.BF16.bytes()) << Short.SIZE);
        }
        return floats;
    }

    @Override
    public void close() {
        weights.close();
    }
}
