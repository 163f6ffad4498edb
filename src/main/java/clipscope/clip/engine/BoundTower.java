package clipscope.clip.engine;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tower: the program's part for it, and its weights in the order and the number format that this computes
/// with.
///
/// Weights are bound at the first input. Who opens a model for its pictures does not wait for the matrices of
/// the texts to be put in order, nor the other way round.
///
/// What is only looked up is not copied: those tensors lie in the mapped file, so the checkpoint must stay
/// open until [#close()]. Closing it first would end the process at the next call. Matrices that were put in
/// order are not looked at in the file again, so that memory does not hold them twice.
///
/// **Thread:** Confined to the inference thread.
final class BoundTower implements AutoCloseable {

    private final Engine engine;
    private final Checkpoint checkpoint;
    private final List<WeightSpec> specs;
    private final TowerProgram program;
    private @Nullable IValue weights;

    /// What the towers of a network share.
    record Engine(TorchRuntime runtime, PtSymbolBlock block, Computation computation) {}

    /// @param specs in the order of the program; each must be in the checkpoint with its shape
    /// @throws ProblemException if one of them is too large
    BoundTower(Engine engine, Checkpoint checkpoint, List<WeightSpec> specs, TowerProgram program)
            throws ProblemException {
        StoredWeights.check(checkpoint, specs);
        this.engine = engine;
        this.checkpoint = checkpoint;
        this.specs = specs;
        this.program = program;
    }

    /// {@return the embeddings of inputs}
    ///
    /// @throws ProblemException if memory ran out
    FloatMatrix encode(TorchCall call, IValue... inputs) throws ProblemException {
        List<IValue> arguments = placed(call, inputs);
        arguments.add(weights());
        arguments.addAll(program.running().apply(call));
        return call.matrixOf(engine.block(), "encode_" + program.name(), arguments.toArray(IValue[]::new));
    }

    /// {@return the states of an input after some blocks}
    ///
    /// @throws ProblemException if memory ran out
    FloatMatrix states(TorchCall call, IValue input, int blocks) throws ProblemException {
        List<IValue> arguments = placed(call, input);
        arguments.addAll(List.of(weights(), call.number(blocks)));
        arguments.addAll(program.running().apply(call));
        return call.matrixOf(engine.block(), program.name() + "_states", arguments.toArray(IValue[]::new));
    }

    private List<IValue> placed(TorchCall call, IValue... inputs) throws ProblemException {
        List<IValue> placed = new ArrayList<>();
        for (IValue input : inputs) {
            placed.add(call.on(engine.computation().device(), engine.block(), input));
        }
        return placed;
    }

    private IValue weights() throws ProblemException {
        IValue bound = weights;
        if (bound == null) {
            bound = bind();
            weights = bound;
        }
        return bound;
    }

    private IValue bind() throws ProblemException {
        Computation computation = engine.computation();
        try (StoredWeights stored = new StoredWeights(checkpoint, specs);
                PtNDManager manager = engine.runtime().newManager();
                TorchCall call = new TorchCall(engine.runtime());
                IValue list = stored.list(manager)) {
            boolean elsewhere = computation.device() != TorchDevice.CPU;
            List<IValue> arguments = new ArrayList<>();
            arguments.add(elsewhere ? call.allOn(computation.device(), engine.block(), list) : list);
            arguments.add(call.number(computation.type().scalarType()));
            arguments.addAll(program.binding().apply(call));
            try (IValue bound =
                    TorchCall.run(engine.block(), "bind_" + program.name(), arguments.toArray(IValue[]::new))) {
                return TorchCall.run(engine.block(), "owned", bound, call.flag(stored.copied() && !elsewhere));
            } finally {
                if (!Products.inPlace(computation)) {
                    stored.unload();
                }
            }
        }
    }

    @Override
    public void close() {
        if (weights != null) {
            weights.close();
        }
    }
}
