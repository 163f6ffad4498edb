package clipscope.clip.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// One call of a method of the program: its arguments, all native, and their end.
///
/// **Thread:** Confined to the inference thread.
///
/// **Memory:** owns every argument and the result until [#close()].
final class TorchCall implements AutoCloseable {

    private static final long ALIGNMENT = 64; // a cache line, and the widest vector register

    private final Arena arena;
    private final PtNDManager manager;
    private final Deque<IValue> values = new ArrayDeque<>();

    TorchCall(TorchRuntime runtime) {
        runtime.useThisThread();
        this.arena = Arena.ofConfined();
        this.manager = runtime.newManager();
    }

    /// {@return a tensor of floats, filled by the caller}
    IValue floats(Consumer<FloatBuffer> fill, long... shape) {
        MemorySegment memory = arena.allocate(ValueLayout.JAVA_FLOAT.byteSize() * new Shape(shape).size(), ALIGNMENT);
        fill.accept(memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer());
        return tensor(memory, DataType.FLOAT32, shape);
    }

    /// {@return a tensor of whole numbers}
    IValue longs(long[] numbers, long... shape) {
        return tensor(arena.allocateFrom(ValueLayout.JAVA_LONG, numbers), DataType.INT64, shape);
    }

    IValue number(long number) {
        return keep(IValue.from(number));
    }

    IValue number(double number) {
        return keep(IValue.from(number));
    }

    IValue numbers(List<Integer> numbers) {
        return keep(IValue.listFrom(numbers.stream().mapToLong(n -> n).toArray()));
    }

    IValue text(String text) {
        return keep(IValue.from(text));
    }

    /// {@return a tensor as the program finds it on a device: itself on the processor, else a copy}
    IValue on(TorchDevice device, PtSymbolBlock program, IValue tensor) throws ProblemException {
        return device == TorchDevice.CPU ? tensor : keep(run(program, "place", tensor, text(device.torchName())));
    }

    /// {@return copies on a device}
    IValue allOn(TorchDevice device, PtSymbolBlock program, IValue tensors) throws ProblemException {
        return keep(run(program, "placed", tensors, text(device.torchName())));
    }

    IValue flag(boolean flag) {
        return keep(IValue.from(flag));
    }

    /// Runs a method whose result outlives this call: the caller closes it.
    ///
    /// @throws ProblemException if memory ran out
    static IValue run(PtSymbolBlock program, String method, IValue... arguments) throws ProblemException {
        try {
            return IValueUtils.runMethod(program, method, arguments);
        } catch (EngineException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("alloc")) { // "DefaultCPUAllocator: can't allocate memory", "std::bad_alloc"
                throw new ProblemException(new Problem.OutOfMemory("the model"), e);
            }
            throw e;
        }
    }

    /// Runs a method that gives a tensor of floats.
    ///
    /// @return its last dimension as columns, all others together as rows
    /// @throws ProblemException if memory ran out
    FloatMatrix matrixOf(PtSymbolBlock program, String method, IValue... arguments) throws ProblemException {
        IValue place = text(TorchDevice.CPU.torchName());
        IValue computed = keep(run(program, method, arguments));
        PtNDArray result = keep(run(program, "place", computed, place)).toTensor(manager);
        float[] values = result.toFloatArray();
        Shape shape = result.getShape();
        int columns = Math.toIntExact(shape.get(shape.dimension() - 1));
        return FloatMatrix.copyOf(values.length / columns, columns, values);
    }

    private IValue tensor(MemorySegment memory, DataType type, long... shape) {
        PtNDArray array = manager.create(memory.asByteBuffer(), new Shape(shape), type);
        return keep(IValue.from(array));
    }

    private IValue keep(IValue value) {
        values.push(value);
        return value;
    }

    /// Tensors first, then the memory below them.
    @Override
    public void close() {
        values.forEach(IValue::close);
        manager.close();
        arena.close();
    }
}
