package clipscope.ui.shell.guide;

import clipscope.session.Experiment;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which experiment is being tried, and how far it has come.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GuideViewModel {

    private final Session session;
    private final List<Experiment> experiments;
    private final ReadOnlyObjectWrapper<Optional<Stage>> stage = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A step of an experiment.
    ///
    /// @param step from 0
    public record Stage(Experiment experiment, int step) {

        public String text() {
            return experiment.steps().get(step);
        }

        public boolean first() {
            return step == 0;
        }

        public boolean last() {
            return step == experiment.steps().size() - 1;
        }
    }

    /// @param experiments what there is to try
    public GuideViewModel(Session session, List<Experiment> experiments) {
        this.session = session;
        this.experiments = List.copyOf(experiments);
        session.onChange(this::follow);
    }

    public List<Experiment> experiments() {
        return experiments;
    }

    /// {@return where the person is, if an experiment is being tried}
    public ReadOnlyObjectProperty<Optional<Stage>> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Brings the pictures, labels and template of an experiment, and begins with its first step.
    public void begin(Experiment experiment) {
        session.addExample(experiment.example());
        stage.set(Optional.of(new Stage(experiment, 0)));
    }

    public void next() {
        stage.get().filter(now -> !now.last()).ifPresent(now -> step(now, 1));
    }

    public void back() {
        stage.get().filter(now -> !now.first()).ifPresent(now -> step(now, -1));
    }

    private void step(Stage now, int by) {
        stage.set(Optional.of(new Stage(now.experiment(), now.step() + by)));
    }

    /// Ends the guiding; pictures and labels stay.
    public void end() {
        stage.set(Optional.empty());
    }

    /// Without pictures there is nothing to be guided through.
    private void follow(SessionChange change) {
        if (change instanceof SessionChange.Images
                && session.document().images().isEmpty()) {
            end();
        }
    }
}
