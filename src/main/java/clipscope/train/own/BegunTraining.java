package clipscope.train.own;

import clipscope.file.ReadFault;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.data.PairData;
import clipscope.train.run.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/// A training that was begun in a folder and left or interrupted, as far as it is known before another is
/// started there.
///
/// **Thread:** Immutable.
///
/// @param step how many steps its last checkpoint has done
/// @param saved when that was written
/// @param same whether it is the training asked for, with the same settings and pictures: one that goes on
public record BegunTraining(int step, Instant saved, boolean same) {

    /// Looks into the folder that a training would write into: not for the JavaFX thread.
    ///
    /// @param data what was found in the folder of the plan
    /// @return what was begun there, empty if nothing was or it is finished
    /// @throws ProblemException if its checkpoint cannot be read
    public static Optional<BegunTraining> in(OwnPlan plan, PairData data) throws ProblemException {
        WorkFolder work = WorkFolder.in(plan.out());
        CheckpointFile checkpoint = work.checkpoint();
        if (!checkpoint.exists()) {
            return Optional.empty();
        }
        try {
            Instant saved = Files.getLastModifiedTime(checkpoint.file()).toInstant();
            boolean same = work.holds(PlanText.json(plan, data));
            return Optional.of(new BegunTraining(checkpoint.steps(), saved, same));
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(checkpoint.file(), ReadFault.reason(e)), e);
        }
    }

    /// Deletes what a training that was begun has kept, so that the next starts anew. A finished model beside
    /// it stays.
    ///
    /// @throws ProblemException if a file cannot be deleted
    public static void forget(OwnPlan plan) throws ProblemException {
        WorkFolder.in(plan.out()).forget();
    }
}
