package clipscope.clip.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The native engine, started.
///
/// **Thread:** Confined to the inference thread.
///
/// **Memory:** the engine stays until the process ends; whoever takes a manager or a program closes it.
public final class TorchRuntime {

    /// Kept, since the logging system forgets the level of a logger that nobody holds.
    private static final Logger CHATTER = Logger.getLogger("ai.djl");

    private final Engine engine;

    private TorchRuntime(Engine engine) {
        this.engine = engine;
    }

    /// Starts the engine, or takes it as it is if it was started before.
    ///
    /// @throws ProblemException if the native libraries are missing or do not load on this machine
    public static TorchRuntime start() throws ProblemException {
        System.setProperty("ai.djl.offline", "true"); // never ask the network for natives, never call home
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false"); // for the blocks that DJL itself calls
        CHATTER.setLevel(Level.SEVERE); // else it tells which graphics cards it did not find
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(PhysicalCores.available());
            TorchRuntime runtime = new TorchRuntime(engine);
            runtime.useThisThread();
            return runtime;
        } catch (EngineException | LinkageError | IllegalStateException e) {
            throw new ProblemException(new Problem.EngineUnavailable(rootMessage(e)), e);
        }
    }

    /// Makes the calling thread run programs as they are written. By default libtorch watches the first calls
    /// for their shapes and then compiles, which costs seconds at each new batch size. The switch is a
    /// thread's own.
    void useThisThread() {
        JniUtils.setGraphExecutorOptimize(false);
    }

    /// {@return an owner of tensors on the processor}
    PtNDManager newManager() {
        return (PtNDManager) engine.newBaseManager(Device.cpu());
    }

    /// {@return the compiled towers for inference, owned by the manager}
    PtSymbolBlock loadProgram(PtNDManager manager) {
        return load(manager, ProgramArchive.forInference(Products.fastestOn(System.getProperty("os.arch"))));
    }

    /// {@return the compiled program that learns, owned by the manager}
    PtSymbolBlock loadTrainingProgram(PtNDManager manager) {
        return load(manager, ProgramArchive.forTraining());
    }

    private static PtSymbolBlock load(PtNDManager manager, InputStream archive) {
        try {
            return JniUtils.loadModule(manager, archive, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from memory does not fail
        }
    }

    /// {@return how many threads the engine computes with}
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /// {@return the engine and its version, for a report}
    public String version() {
        return engine.getEngineName() + " " + engine.getVersion();
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
