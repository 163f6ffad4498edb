package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.tower.MatrixProduct;
import clipscope.problem.ProblemException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.LongSupplier;

/// How fast this machine multiplies the matrices of a network, and so how fast the network could be at most.
///
/// **Thread:** Confined to the inference thread.
public final class MatrixCeiling {

    private static final int REPETITIONS = 3; // the shortest counts: whatever else runs only makes it longer
    private static final int MOST = 500; // of a product that takes microseconds, which anything makes longer
    private static final long ENOUGH = 5_000_000; // ns

    private final TorchRuntime runtime;
    private final LongSupplier nanoseconds;

    public MatrixCeiling(TorchRuntime runtime) {
        this(runtime, System::nanoTime);
    }

    MatrixCeiling(TorchRuntime runtime, LongSupplier nanoseconds) {
        this.runtime = runtime;
        this.nanoseconds = nanoseconds;
    }

    /// {@return the seconds that a batch would take if it were its matrix products alone}
    ///
    /// @param products of one input, as a tower names them
    /// @param batch how many inputs are multiplied together
    /// @throws ProblemException if memory ran out
    public double seconds(List<MatrixProduct> products, int batch, ComputeType type) throws ProblemException {
        try (PtNDManager manager = runtime.newManager();
                PtSymbolBlock program = runtime.loadProgram(manager, TorchDevice.CPU)) {
            double sum = 0;
            for (MatrixProduct product : products) {
                int rows = Math.multiplyExact(batch, product.rows());
                sum += product.times() * shortest(program, rows, product, type) / 1e9;
            }
            return sum;
        }
    }

    /// {@return the shortest time of one product, (rows, in) × (in, out), in nanoseconds}
    long shortest(PtSymbolBlock program, int rows, MatrixProduct product, ComputeType type) throws ProblemException {
        try (TorchCall call = new TorchCall(runtime)) {
            IValue states = call.floats(MatrixCeiling::fill, rows, product.in());
            IValue weight = call.floats(MatrixCeiling::fill, product.out(), product.in());
            IValue number = call.number(type.scalarType());
            try (IValue x = TorchCall.run(program, "cast", states, number);
                    IValue plain = TorchCall.run(program, "cast", weight, number);
                    IValue w = TorchCall.run(program, "pack", plain)) {
                TorchCall.run(program, "multiply", x, w).close(); // the first one sets up threads and memory
                long shortest = Long.MAX_VALUE;
                long all = 0;
                for (int i = 0; i < REPETITIONS || (i < MOST && all < ENOUGH); i++) {
                    long start = nanoseconds.getAsLong();
                    TorchCall.run(program, "multiply", x, w).close();
                    long took = nanoseconds.getAsLong() - start;
                    shortest = Math.min(shortest, took);
                    all += took;
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
