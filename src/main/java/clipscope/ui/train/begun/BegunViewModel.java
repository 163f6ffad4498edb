package clipscope.ui.train.begun;

import clipscope.problem.ProblemException;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.train.data.PairData;
import clipscope.train.own.BegunTraining;
import clipscope.train.own.OwnPlan;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The training that was begun under the name chosen, if there is one, and what is to become of it.
///
/// **Thread:** Confined to the JavaFX thread.
public final class BegunViewModel {

    private final TaskRunner worker;
    private final Finder finder;
    private final ReadOnlyObjectWrapper<Optional<Begun>> begun = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty anew = new SimpleBooleanProperty();
    private TaskRunner.Handle looking = TaskRunner.Handle.NONE;

    /// Looks whether a training was begun: [BegunTraining#in].
    @FunctionalInterface
    public interface Finder {

        Optional<BegunTraining> find(OwnPlan plan, PairData data) throws ProblemException;
    }

    /// A training that was begun, and how many steps it is to have.
    public record Begun(BegunTraining training, int steps) {}

    public BegunViewModel(TaskRunner worker, Finder finder) {
        this.worker = worker;
        this.finder = finder;
    }

    // properties

    public ReadOnlyObjectProperty<Optional<Begun>> begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /// {@return whether what was begun is to be given up}
    public BooleanProperty anewProperty() {
        return anew;
    }

    /// {@return whether a start would go on with what was begun}
    public boolean goesOn() {
        return begun.get().filter(found -> found.training().same()).isPresent() && !anew.get();
    }

    /// {@return whether a start would meet a training of other settings}
    public boolean inTheWay() {
        return begun.get().filter(found -> !found.training().same()).isPresent() && !anew.get();
    }

    /// {@return whether a start is to give up what was begun}
    public boolean startsAnew() {
        return begun.get().isPresent() && anew.get();
    }

    // commands

    /// Looks again: another name, other settings, other pictures.
    ///
    /// @param plan the training asked for, empty while something is missing
    public void look(Optional<OwnPlan> plan, Optional<PairData> data) {
        looking.cancel();
        begun.set(Optional.empty());
        anew.set(false);
        if (plan.isPresent() && data.isPresent()) {
            OwnPlan asked = plan.get();
            PairData found = data.get();
            looking = worker.<Optional<BegunTraining>>submit(
                    _ -> finder.find(asked, found),
                    outcome -> begun.set(
                            outcome instanceof Outcome.Done<Optional<BegunTraining>>(var training)
                                    ? training.map(each ->
                                            new Begun(each, asked.method().steps()))
                                    : Optional.empty())); // the start meets the same trouble, and tells of it
        }
    }
}
