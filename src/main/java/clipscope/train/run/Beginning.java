package clipscope.train.run;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.engine.TrainingState;
import clipscope.problem.ProblemException;
import java.util.Optional;

/// Makes the network that a training begins with.
@FunctionalInterface
public interface Beginning {

    /// {@return the network, which the caller closes}
    ///
    /// @param state where to go on from; empty at the first start
    /// @throws ProblemException if the engine does not start
    TrainingNetwork network(Optional<TrainingState> state) throws ProblemException;
}
