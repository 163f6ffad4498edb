package clipscope.ui.shell.session;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.Document;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.file.LastSessions;
import clipscope.session.file.SavedSession;
import clipscope.session.file.SavedSession.SavedModel;
import clipscope.session.file.SessionCapture;
import clipscope.session.file.SessionFile;
import clipscope.settings.SessionSettings;
import clipscope.task.Cancellation;
import clipscope.task.InTurn;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.task.TaskRunner.Handle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session as a thing to save, open and go on with. Files are read and written on an io thread.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class SessionViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(SessionViewModel.class);

    private final Desk desk;
    private final Setup setup;
    private final SessionCapture capture = new SessionCapture();
    private final ObjectProperty<SessionSettings> settings;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Left>> left = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Document saved = Document.EMPTY;
    private int number = 1; // of what is worked on
    private boolean trusting = true; // the model of what was left behind
    private final TaskRunner hashing; // one saving after the other: the latest must be the last to be written
    private Handle waiting = Handle.NONE; // what is kept next
    private Handle opening = Handle.NONE; // the file asked for last

    /// What the session's files are worked with.
    ///
    /// @param last where what is being worked on is kept
    /// @param settings with the files used of late
    /// @param openModel opens the model that a session was made with, for pictures of the same size
    /// @param onProblem told what went wrong
    public record Setup(
            LastSessions last,
            SessionSettings settings,
            Consumer<? super SavedModel> openModel,
            Consumer<? super Problem> onProblem) {}

    /// What an earlier window left behind.
    ///
    /// @param file where it was kept
    public record Left(Path file, SavedSession session) {

        public int images() {
            return session.images().size();
        }

        public int labels() {
            return session.document().labels().size();
        }
    }

    public SessionViewModel(Desk desk, Setup setup) {
        this.desk = desk;
        this.setup = setup;
        this.hashing = new InTurn(desk.runners().io());
        this.settings = new SimpleObjectProperty<>(setup.settings());
        desk.session().onChange(this::follow);
    }

    // properties

    /// {@return the file the session was opened from or saved to last}
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// {@return whether the session is another than the one in its file}
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /// {@return what an earlier window left behind, until something else is worked on}
    public ReadOnlyObjectProperty<Optional<Left>> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// {@return the settings, which change when a session was opened or saved; whoever stores them listens}
    public ObjectProperty<SessionSettings> settingsProperty() {
        return settings;
    }

    // commands

    /// Looks for what an earlier window left behind.
    public void lookForLeft() {
        int now = number;
        var _ = run(
                desk.runners().io(),
                cancelled -> setup.last().leftBehind(now).stream()
                        .flatMap(file -> read(file, cancelled).stream())
                        .filter(some -> some.images() + some.labels() > 0)
                        .findFirst(),
                found -> {
                    if (!worthKeeping()) { // else something was begun meanwhile
                        left.set(found);
                    }
                });
    }

    /// {@return what is in a file; empty if it is damaged, and so not offered}
    private static Optional<Left> read(Path file, Cancellation cancelled) {
        try {
            return Optional.of(new Left(file, new SessionFile(file).read(cancelled)));
        } catch (ProblemException e) {
            LOG.warn("{} is not offered", file, e);
            return Optional.empty();
        }
    }

    /// Goes on with what an earlier window left behind, which from then on is kept as this window's.
    public void continueLeft() {
        opening.cancel();
        left.get().ifPresent(some -> {
            int now = number;
            show(some.session());
            file.set(Optional.empty());
            saved = Document.EMPTY;
            follow();
            if (trusting) {
                some.session().model().ifPresent(this::openModel);
            }
            var _ = run(
                    desk.runners().keep(),
                    _ -> {
                        setup.last().keep(some.session(), now);
                        setup.last().drop(some.file());
                        return some;
                    },
                    _ -> {});
        });
    }

    /// Goes on without the model of what was left behind: the window before it was ended by a fault, which
    /// that model may cause again.
    public void mistrustModel() {
        trusting = false;
    }

    /// Begins anew. What there was can be gone on with, saved or not.
    public void begin() {
        opening.cancel();
        leave();
        desk.session().clear();
        file.set(Optional.empty());
        saved = Document.EMPTY;
        follow();
        lookForLeft();
    }

    /// Opens a session's file instead of what is being worked on.
    public void open(Path path) {
        SessionFile opened = new SessionFile(path);
        opening.cancel(); // a large file must not come after the one asked for since
        opening = run(desk.runners().io(), opened::read, session -> {
            leave();
            show(session);
            file.set(Optional.of(opened.path()));
            settings.set(settings.get().used(opened.path()));
            saved = desk.session().document();
            follow();
            session.model().ifPresent(this::openModel);
        });
    }

    /// Saves to a file.
    ///
    /// @param path gets the ending of sessions if it has none
    public void save(Path path) {
        SessionFile target = new SessionFile(
                path.toString().endsWith(SessionFile.ENDING) ? path : Path.of(path + SessionFile.ENDING));
        SavedSession session = SessionCapture.of(desk.session(), desk.slot());
        Document document = desk.session().document();
        int now = number;
        var _ = run(
                hashing,
                cancelled -> capture.hashed(session, cancelled),
                hashed -> write(target, hashed, document, now));
    }

    private void write(SessionFile target, SavedSession session, Document document, int now) {
        var _ = run(
                desk.runners().keep(),
                _ -> {
                    target.write(session);
                    setup.last().forget(now);
                    return target.path();
                },
                written -> {
                    settings.set(settings.get().used(written));
                    if (now == number) { // else something else is worked on, which is of another file
                        file.set(Optional.of(written));
                        saved = document;
                        follow();
                    }
                });
    }

    /// Keeps what is being worked on, so that a crash loses nothing.
    public void keep() {
        SavedSession session = SessionCapture.of(desk.session(), desk.slot());
        int now = number;
        if (worthKeeping() && edited.get()) {
            waiting.cancel(); // it is older
            waiting = run(
                    desk.runners().keep(),
                    _ -> {
                        setup.last().keep(session, now);
                        return session;
                    },
                    _ -> {});
        }
    }

    /// Keeps it at once, on this thread: the window is closing.
    public void keepNow() {
        if (worthKeeping() && edited.get()) {
            try {
                setup.last().keepLast(SessionCapture.of(desk.session(), desk.slot()), number);
            } catch (ProblemException e) {
                setup.onProblem().accept(e.problem());
            }
        }
    }

    /// Keeps what will no longer be worked on under its number.
    private void leave() {
        if (edited.get()) {
            keep();
        }
        waiting = Handle.NONE; // of the number that is left, and not to be cancelled for the next
        number++;
    }

    private boolean worthKeeping() {
        Document document = desk.session().document();
        return !document.images().isEmpty() || !document.labels().isEmpty();
    }

    private void show(SavedSession session) {
        desk.session().open(session.sources(), session::document, session.selected());
    }

    private void openModel(SavedModel model) {
        if (!desk.slot().uses(model.location(), model.pictureSize())) {
            setup.openModel().accept(model);
        }
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images _, SessionChange.Prompts _, SessionChange.Scores _, SessionChange.Frozen _ ->
                follow();
            case SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _,
                    SessionChange.Model _ -> {}
        }
    }

    private void follow() {
        edited.set(!desk.session().document().equals(saved));
        if (worthKeeping()) {
            left.set(Optional.empty());
        }
    }

    private <T> Handle run(TaskRunner runner, TaskRunner.Work<T> work, Consumer<? super T> onDone) {
        return runner.submit(work, (Outcome<T> outcome) -> {
            switch (outcome) {
                case Outcome.Done<T>(T result) -> onDone.accept(result);
                case Outcome.Failed<T>(Throwable cause) -> setup.onProblem().accept(Problem.of(cause));
            }
        });
    }
}
