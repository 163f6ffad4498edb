package clipscope.train.run;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.problem.ProblemException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Looks on while a network learns.
///
/// **Thread:** called on the thread that learns.
public interface Watcher {

    /// {@return one that only reports}
    ///
    /// @param progress told every few steps
    /// @param stopped asked before each step
    static Watcher reporting(Consumer<Progress> progress, BooleanSupplier stopped) {
        return new Watcher() {
            @Override
            public boolean goOn() {
                return !stopped.getAsBoolean();
            }

            @Override
            public void report(Progress report) {
                progress.accept(report);
            }
        };
    }

    /// Asked before each step; may take its time, which is not counted.
    ///
    /// @return whether to go on
    boolean goOn();

    /// Told every few steps how the training stands.
    void report(Progress progress);

    /// Called before the first step of a training, and before each checkpoint is written.
    ///
    /// @throws ProblemException if what it wants to write cannot be written
    default void examine(TrainingNetwork network) throws ProblemException {}

    /// Told that a checkpoint is written: a training that is interrupted from now on goes on from there.
    ///
    /// @throws ProblemException if what it wants to tidy up cannot be
    default void saved(int step) throws ProblemException {}
}
