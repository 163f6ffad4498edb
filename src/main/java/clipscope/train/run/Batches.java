package clipscope.train.run;

import clipscope.clip.engine.TrainingBatch;

/// What a training learns from.
public interface Batches {

    /// {@return the batch of a step, which depends on the step alone: a training that is resumed sees
    /// what it would have seen}
    ///
    /// **Thread:** called from any thread, but from one at a time.
    ///
    /// @param step from 1
    TrainingBatch batch(int step);
}
