package clipscope.train.own;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.problem.ProblemException;
import clipscope.train.run.Progress;
import clipscope.train.run.Watcher;
import java.util.function.Consumer;

/// Examines a network while it learns, keeps what did best, and tells of it.
///
/// **Thread:** Confined to the thread that learns.
final class Examinations implements Watcher {

    private final WorkFolder work;
    private final HeldOut heldOut;
    private final CourseControl control;
    private final Consumer<CourseEvent> listener;
    private CourseRecord records;
    private int saved;

    /// @throws ProblemException if the tables of a training that goes on cannot be read
    Examinations(WorkFolder work, HeldOut heldOut, CourseControl control, Consumer<CourseEvent> listener)
            throws ProblemException {
        this.work = work;
        this.heldOut = heldOut;
        this.control = control;
        this.listener = listener;
        this.records = CourseRecord.until(0, work.folder());
    }

    /// Takes up the tables where the network stands.
    void begin(int step) throws ProblemException {
        saved = step;
        records = CourseRecord.until(step == 0 ? -1 : step, work.folder());
    }

    CourseRecord records() {
        return records;
    }

    @Override
    public boolean goOn() {
        return control.goOn();
    }

    @Override
    public void report(Progress progress) {
        records.add(progress);
        listener.accept(new CourseEvent.Learned(progress));
    }

    @Override
    public void examine(TrainingNetwork network) throws ProblemException {
        int step = network.steps();
        HeldOut.Result result = heldOut.examine(network, saved);
        records.add(step, result.retrieval());
        boolean best = step > 0 && records.bestStep() == step;
        if (best) {
            work.keepBest(step, network.weights());
        }
        listener.accept(new CourseEvent.Examined(step, result.retrieval(), best, result.cosines()));
        records.write();
    }

    @Override
    public void saved(int step) throws ProblemException {
        saved = step;
        records.write();
        work.saved(records.bestStep());
    }

    /// Examines a network that ends before its first examination.
    void atLeastOne(TrainingNetwork network) throws ProblemException {
        if (records.bestStep() == 0) {
            examine(network);
        }
    }
}
