package clipscope.clip.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The native engine, started.
///
/// **Thread:** Confined to the inference thread.
///
/// **Memory:** the engine stays until the process ends; whoever takes a manager or a program closes it.
public final class TorchRuntime {

    private static final Texts TEXTS = Texts.beside(TorchRuntime.class);

    /// Kept, since the logging system forgets the level of a logger that nobody holds.
    private static final Logger CHATTER = Logger.getLogger("ai.djl");

    private static final String THREADS = "ai.djl.pytorch.num_threads";

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
        System.setProperty(THREADS, Integer.toString(PhysicalCores.available())); // read when the engine starts
        CHATTER.setLevel(Level.SEVERE); // else it tells which graphics cards it did not find
        try {
            Engine engine = EngineTrial.of(() -> Engine.getEngine("PyTorch"));
            TorchRuntime runtime = new TorchRuntime(engine);
            runtime.useThisThread();
            return runtime;
        } catch (EngineException | LinkageError | IllegalStateException e) {
            String reason = EngineTrial.failed() ? TEXTS.get("trial.failed", rootMessage(e)) : rootMessage(e);
            throw new ProblemException(new Problem.EngineUnavailable(reason), e);
        }
    }

    /// Makes the calling thread run programs as they are written. By default libtorch watches the first calls
    /// for their shapes and then compiles, which costs seconds at each new batch size. The switch is a
    /// thread's own.
    void useThisThread() {
        JniUtils.setGraphExecutorOptimize(false);
        var _ = JniUtils.getNumThreads(); // asked for the first time, a thread takes over how many are to compute
    }

    /// {@return an owner of tensors on the processor}
    PtNDManager newManager() {
        return (PtNDManager) engine.newBaseManager(Device.cpu());
    }

    /// {@return the compiled towers for inference, owned by the manager}
    PtSymbolBlock loadProgram(PtNDManager manager, TorchDevice device) {
        return load(manager, ProgramArchive.forInference(Products.fastestOn(device, System.getProperty("os.arch"))));
    }

    /// {@return the graphics card that torch can compute on, empty if there is none}
    public Optional<TorchDevice> graphicsCard() {
        if (JniUtils.getFeatures().contains("CUDA")) { // torch.cuda.is_available()
            return Optional.of(TorchDevice.CUDA);
        }
        boolean mac = System.getProperty("os.name").startsWith("Mac"); // MPS is on Apple's systems only
        return mac && obstacle(TorchDevice.MPS).isEmpty() ? Optional.of(TorchDevice.MPS) : Optional.empty();
    }

    /// {@return why torch cannot compute on a device, empty if it can}
    public Optional<String> obstacle(TorchDevice device) {
        try (PtNDManager manager = newManager();
                PtSymbolBlock program = loadProgram(manager, device);
                TorchCall call = new TorchCall(this)) {
            IValue number = call.longs(new long[] {0}, 1);
            IValueUtils.runMethod(program, "place", number, call.text(device.torchName()))
                    .close();
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(reason(e));
        }
    }

    /// The message is a trace of the program; what torch has to say is the line that names the error.
    private static String reason(EngineException e) {
        List<String> lines = String.valueOf(e.getMessage()).lines().toList();
        String line = lines.stream()
                .filter(each -> each.contains("Error:"))
                .reduce((_, last) -> last)
                .orElse(lines.getFirst());
        String words =
                line.substring(line.indexOf("Error:") + "Error:".length()).strip();
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end);
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

    /// Computes with that many threads from now on, on the calling thread and on those that begin later.
    ///
    /// @param count empty for one on each core
    public void computeWith(OptionalInt count) {
        JniUtils.setNumThreads(count.orElseGet(PhysicalCores::available));
    }

    /// {@return how many threads the engine computes with}
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /// {@return the engine and its version, for a report}
    public String version() {
        return engine.getEngineName() + " " + engine.getVersion();
    }

    /// {@return the version of the library between Java and the engine}
    public static String libraryVersion() {
        return Engine.getDjlVersion();
    }

    /// {@return the folder that the engine's native libraries were loaded from}
    public static String libraryFolder() {
        return LibUtils.getLibtorchPath();
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
