package clipscope.session.model;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.Precision;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.task.Outcome;
import clipscope.task.Runners;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The model in use, and the loading of another.
///
/// A model that cannot be loaded leaves the one in use where it is.
///
/// **Thread:** Confined to the owner's thread; models are opened and closed on the inference thread.
public final class ModelSlot {

    private final Session session;
    private final Embeddings embeddings;
    private final Runners runners;
    private final Loader loader;
    private @Nullable ClipModel model;
    private @Nullable Computing computing; // of the model
    private Computing asked = Computing.AUTO; // for the model that is being loaded
    private Status status = new Status.Idle();
    private int requests;

    /// Opens a model folder.
    @FunctionalInterface
    public interface Loader {

        /// Called on the inference thread.
        ClipModel load(Path location, Computing computing) throws ProblemException;
    }

    /// What the slot is doing.
    public sealed interface Status {

        record Idle() implements Status {}

        record Loading(Path location) implements Status {}

        record Failed(Path location, Problem problem) implements Status {}
    }

    public ModelSlot(Session session, Embeddings embeddings, Runners runners, Loader loader) {
        this.session = session;
        this.embeddings = embeddings;
        this.runners = runners;
        this.loader = loader;
    }

    /// {@return the model in use, empty until the first is loaded}
    public Optional<ClipModel> model() {
        return Optional.ofNullable(model);
    }

    /// {@return how the model in use was asked to compute}
    public Optional<Computing> computing() {
        return Optional.ofNullable(computing);
    }

    public Status status() {
        return status;
    }

    /// {@return whether a model is in use, or about to be}
    ///
    /// @param imageSize the side of the pictures it is given; empty for that of its training
    public boolean uses(Path location, OptionalInt imageSize) {
        if (status instanceof Status.Loading(Path loading)) {
            return loading.equals(location) && asked.imageSize().equals(imageSize);
        }
        return model().map(ClipModel::card)
                .filter(card -> card.location().equals(location)
                        && card.picture().asked(card.picture().used()).equals(imageSize))
                .isPresent();
    }

    /// Loads a model and then uses it instead of the present one, all of whose embeddings are forgotten.
    public void open(Path location, Computing wanted) {
        status = new Status.Loading(location);
        asked = wanted;
        int request = ++requests;
        session.tell(new SessionChange.Model());
        var _ = runners.soon()
                .<ClipModel>submit(
                        _ -> loader.load(location, wanted), outcome -> loaded(request, location, wanted, outcome));
    }

    /// Loads a model as [#open(Path, Computing)] does, on whatever device is there.
    public void open(Path location, Precision precision) {
        open(location, Computing.in(precision));
    }

    /// Closes the model in use, and one that is being loaded as soon as it is: none is in use then.
    public void release() {
        requests++;
        close(model);
        model = null;
        computing = null;
        embeddings.clear();
        status = new Status.Idle();
        session.tell(new SessionChange.Model());
    }

    private void loaded(int request, Path location, Computing by, Outcome<ClipModel> outcome) {
        boolean wanted = request == requests;
        switch (outcome) {
            case Outcome.Done(ClipModel opened)
            when wanted -> {
                close(model);
                model = opened;
                computing = by;
                embeddings.clear();
                status = new Status.Idle();
            }
            case Outcome.Done(ClipModel overtaken) -> close(overtaken);
            case Outcome.Failed(Throwable cause) when wanted -> status = new Status.Failed(location, Problem.of(cause));
            case Outcome.Failed<ClipModel> _ -> {
                return; // the person has asked for another one since
            }
        }
        session.tell(new SessionChange.Model());
    }

    /// Closing queues as bulk work, which comes after all texts and after the batches that still use the
    /// model.
    private void close(@Nullable ClipModel old) {
        if (old != null) {
            var _ = runners.bulk()
                    .submit(
                            _ -> {
                                old.close();
                                return true;
                            },
                            _ -> {});
        }
    }
}
