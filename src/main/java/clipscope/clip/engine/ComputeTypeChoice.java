package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import clipscope.clip.tower.MatrixProduct;
import clipscope.clip.tower.NetworkShape;
import clipscope.problem.ProblemException;
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

    private final TorchRuntime runtime;
    private final MatrixCeiling ceiling;

    public ComputeTypeChoice(TorchRuntime runtime) {
        this(runtime, System::nanoTime);
    }

    ComputeTypeChoice(TorchRuntime runtime, LongSupplier nanoseconds) {
        this.runtime = runtime;
        this.ceiling = new MatrixCeiling(runtime, nanoseconds);
    }

    /// What was measured.
    ///
    /// @param gain how many times as fast as float32 bfloat16 is
    public record Measured(double gain) {

        /// {@return whether bfloat16 is worth its lower precision}
        public boolean brief() {
            return gain > WORTH_THE_PRECISION;
        }
    }

    /// {@return whether a network is large enough for the format to matter}
    public static boolean worthMeasuring(NetworkShape shape) {
        return shape.image().operationsPerImage() >= WORTH_MEASURING;
    }

    /// Measures both formats: some tens of milliseconds.
    ///
    /// @throws ProblemException if memory ran out
    public Measured measure(NetworkShape shape) throws ProblemException {
        MatrixProduct largest = shape.image().products().stream()
                .max(Comparator.comparingDouble(MatrixProduct::operations))
                .orElseThrow();
        try (PtNDManager manager = runtime.newManager();
                PtSymbolBlock program = runtime.loadProgram(manager, TorchDevice.CPU)) {
            int rows = Math.clamp(OPERATIONS / (2L * largest.in() * largest.out()), 1, MOST_ROWS);
            double full = ceiling.shortest(program, rows, largest, ComputeType.FP32);
            double brief = ceiling.shortest(program, rows, largest, ComputeType.BF16);
            return new Measured(full / brief);
        }
    }
}
