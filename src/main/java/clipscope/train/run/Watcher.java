package clipscope.train.run;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.problem.ProblemException;

/// Looks on while a network learns.
///
/// **Thread:** called on the thread that learns.
public interface Watcher {

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
