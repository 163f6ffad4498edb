package clipscope.ui.shell;

import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.session.Experiment;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.file.LastSessions;
import clipscope.session.file.SessionFile;
import clipscope.session.image.ImageIntake;
import clipscope.settings.Settings;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.fx.Transfer;
import clipscope.ui.shell.guide.GuideViewModel;
import clipscope.ui.shell.guide.PhotographViewModel;
import clipscope.ui.shell.model.ModelBadgeViewModel;
import clipscope.ui.shell.session.ResultsViewModel;
import clipscope.ui.shell.session.SessionViewModel;
import clipscope.ui.shell.status.StatusViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The window around the workspaces: pictures come in here, whichever way; undo, theme, and what went
/// wrong.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class ShellViewModel {

    private static final Texts TEXTS = Texts.beside(ShellViewModel.class);

    private static final int MAX_NOTICES = 3; // more would push the page out of the window

    private final Desk desk;
    private final Setup setup;
    private final StatusViewModel status;
    private final ModelBadgeViewModel model;
    private final SessionViewModel session;
    private final ResultsViewModel results;
    private final GuideViewModel guide;
    private final PhotographViewModel photograph;
    private final StringProperty page = new SimpleStringProperty("");
    private final ObjectProperty<Theme> theme;
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ObservableList<Problem> notices = FXCollections.observableArrayList();
    private final ObservableList<Problem> noticesShown = FXCollections.unmodifiableObservableList(notices);
    private int pasted;

    /// What the window is started with.
    ///
    /// @param bundledModel the folder of the model that comes with the program
    /// @param experiments what to try the program with
    /// @param device what the model runs on: "CPU"
    /// @param last where what is being worked on is kept
    public record Setup(
            Path bundledModel, List<Experiment> experiments, String device, LastSessions last, Settings settings) {

        public Setup {
            experiments = List.copyOf(experiments);
        }
    }

    public ShellViewModel(Desk desk, Setup setup) {
        this.desk = desk;
        this.setup = setup;
        this.status = new StatusViewModel(desk);
        this.model = new ModelBadgeViewModel(
                desk, setup.bundledModel(), setup.settings().model());
        this.session = new SessionViewModel(
                desk,
                new SessionViewModel.Setup(
                        setup.last(),
                        setup.settings().session(),
                        saved -> model.open(saved.location(), saved.pictureSize()),
                        this::notice));
        this.results = new ResultsViewModel(desk, this::notice, status::refresh);
        this.guide = new GuideViewModel(desk.session(), setup.experiments());
        this.photograph = new PhotographViewModel(desk, model::bundledInUse);
        this.theme = new SimpleObjectProperty<>(setup.settings().window().theme());
        desk.session().onChange(this::follow);
        refresh();
    }

    // parts

    public StatusViewModel status() {
        return status;
    }

    public ModelBadgeViewModel model() {
        return model;
    }

    public SessionViewModel session() {
        return session;
    }

    public ResultsViewModel results() {
        return results;
    }

    public String device() {
        return setup.device();
    }

    public GuideViewModel guide() {
        return guide;
    }

    public PhotographViewModel photograph() {
        return photograph;
    }

    // properties

    /// {@return the id of the page shown once there are pictures}
    public StringProperty pageProperty() {
        return page;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// {@return whether there are no pictures, so that the welcome is shown}
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// {@return what went wrong with what was asked for, the latest last; the person dismisses them}
    public ObservableList<Problem> notices() {
        return noticesShown;
    }

    // commands

    /// Adds the pictures of files and folders, from a dialog or the command line, and opens a model or a
    /// session that is among them.
    public void add(List<Path> filesAndFolders) {
        List<Path> sessions =
                filesAndFolders.stream().filter(ShellViewModel::isSession).toList();
        List<Path> others =
                filesAndFolders.stream().filter(path -> !isSession(path)).toList();
        sessions.stream().findFirst().ifPresent(session::open);
        if (!others.isEmpty()) {
            desk.intake().sortAndAdd(others, added -> report(others, added));
            status.refresh();
        }
    }

    private static boolean isSession(Path path) {
        return path.toString().endsWith(SessionFile.ENDING);
    }

    /// Takes what was dropped or pasted.
    ///
    /// @return whether there was anything of use in it
    public boolean take(Transfer transfer) {
        return switch (transfer.offer()) {
            case Transfer.Offer.Files(List<Path> paths) -> {
                add(paths);
                yield true;
            }
            case Transfer.Offer.Picture(var pixels) -> {
                pasted++;
                desk.intake().add(List.of(new ImageSource.OfPixels(TEXTS.get("pasted", pasted), pixels)));
                yield true;
            }
            case Transfer.Offer.Content(String name, var file) -> {
                pasted++;
                String called = name.isEmpty() ? TEXTS.get("dropped", pasted) : name;
                desk.intake().add(List.of(new ImageSource.OfBytes(called, file)));
                yield true;
            }
            case Transfer.Offer.Remote(String url) -> {
                notice(new Problem.BadInput(shortened(url), TEXTS.get("input.remote")));
                yield false;
            }
            case Transfer.Offer.Nothing() -> {
                notice(new Problem.BadInput(shortened(transfer.text()), TEXTS.get("input.nothing")));
                yield false;
            }
        };
    }

    public void undo() {
        desk.session().undo();
    }

    public void redo() {
        desk.session().redo();
    }

    public void dismiss(Problem notice) {
        notices.remove(notice);
    }

    public void dismissAll() {
        notices.clear();
    }

    /// From the window's light to dark and back; what the system has is chosen in the menu.
    ///
    /// @param dark whether the window is dark now
    public void toggleTheme(boolean dark) {
        theme.set(dark ? Theme.LIGHT : Theme.DARK);
    }

    /// The window is closing: stops all work, keeps what was worked on.
    public void close() {
        session.keepNow();
        status.stopAll();
    }

    private void report(List<Path> asked, ImageIntake.Added added) {
        added.problems().forEach(this::notice);
        openFirst(added.models());
        if (added.images() == 0 && added.models().isEmpty() && added.problems().isEmpty()) {
            String reason = added.known() == 0 ? TEXTS.get("input.empty") : TEXTS.get("input.known");
            notice(new Problem.BadInput(shortened(asked.getFirst().toString()), reason));
        }
        status.refresh();
    }

    private void openFirst(List<Path> models) {
        models.stream().limit(1).forEach(model::open);
        models.stream()
                .skip(1)
                .map(other -> new Problem.BadInput(shortened(other.toString()), TEXTS.get("input.model")))
                .forEach(this::notice);
    }

    /// Tells the person what went wrong with what was asked for.
    public void notice(Problem problem) {
        notices.remove(problem);
        notices.add(problem);
        if (notices.size() > MAX_NOTICES) {
            notices.removeFirst();
        }
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images _, SessionChange.Prompts _, SessionChange.Scores _, SessionChange.Frozen _ ->
                refresh();
            case SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _,
                    SessionChange.Model _ -> {}
        }
    }

    private void refresh() {
        empty.set(desk.session().document().images().isEmpty());
        undoable.set(desk.session().canUndo());
        redoable.set(desk.session().canRedo());
    }

    /// A data URL may have megabytes.
    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("nothing").strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
