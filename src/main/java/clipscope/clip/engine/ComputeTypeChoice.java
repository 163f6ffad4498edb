package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.tower.MatrixProduct;
import clipscope.clip.tower.NetworkShape;
import clipscope.problem.ProblemException;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.function.LongSupplier;

/// Finds out whether bfloat16 pays on this machine, by multiplying matrices of the model's width.
///
/// Processors with instructions for bfloat16 multiply several times faster in it; the others emulate it,
/// several times slower. There is no telling by the name.
public final class ComputeTypeChoice {

    /// Below this a picture takes milliseconds: nothing is to be won, and the better precision costs
    /// nothing.
    private static final double WORTH_MEASURING = 1e9; // operations for a picture; ViT-B/32 has 8.7e9

    private static final double WORTH_THE_PRECISION = 1.25; // bfloat16 must be faster by this factor
    private static final long OPERATIONS = 500_000_000; // of one product: some milliseconds
    private static final int MOST_ROWS = 512;
    private static final int REPETITIONS = 3;

    private final TorchRuntime runtime;
    private final LongSupplier nanoseconds;

    public ComputeTypeChoice(TorchRuntime runtime) {
        this(runtime, System::nanoTime);
    }

    ComputeTypeChoice(TorchRuntime runtime, LongSupplier nanoseconds) {
        this.runtime = runtime;
        this.nanoseconds = nanoseconds;
    }

    /// {@return the faster format for a network on this machine}
    ///
    /// @throws ProblemException if memory ran out
    public ComputeType fasterFor(NetworkShape shape) throws ProblemException {
        if (shape.image().operationsPerImage() < WORTH_MEASURING) {
            return ComputeType.FP32;
        }
        MatrixProduct largest = shape.image().products().stream()
                .max(Comparator.comparingDouble(MatrixProduct::operations))
                .orElseThrow();
        try (PtNDManager manager = runtime.newManager();
                PtSymbolBlock program = runtime.loadProgram(manager)) {
            double full = time(program, largest, ComputeType.FP32);
            double brief = time(program, largest, ComputeType.BF16);
            return full > WORTH_THE_PRECISION * brief ? ComputeType.BF16 : ComputeType.FP32;
        }
    }

    /// {@return the shortest time of a product with this matrix, in nanoseconds}
    private long time(PtSymbolBlock program, MatrixProduct product, ComputeType type) throws ProblemException {
        long rows = Math.clamp(OPERATIONS / (2L * product.in() * product.out()), 1, MOST_ROWS);
        try (TorchCall call = new TorchCall(runtime)) {
            IValue states = call.floats(ComputeTypeChoice::fill, rows, product.in());
            IValue weight = call.floats(ComputeTypeChoice::fill, product.out(), product.in());
            IValue number = call.number(type.scalarType());
            try (IValue x = TorchCall.run(program, "cast", states, number);
                    IValue plain = TorchCall.run(program, "cast", weight, number);
                    IValue w = TorchCall.run(program, "pack", plain)) {
                TorchCall.run(program, "multiply", x, w).close(); // the first one sets up threads and memory
                long shortest = Long.MAX_VALUE;
                for (int i = 0; i < REPETITIONS; i++) {
                    long start = nanoseconds.getAsLong();
                    TorchCall.run(program, "multiply", x, w).close();
                    shortest = Math.min(shortest, nanoseconds.getAsLong() - start);
                }
                return shortest;
            }
        }
    }

    /// With numbers in (0, 1): zeros may take a shorter way, and subnormal numbers a much longer one.
    private static void fill(FloatBuffer buffer) {
        for (int i = 0; buffer.hasRemaining(); i++) {
            buffer.put((i % 61 + 1) / 64f);
        }
    }
}
