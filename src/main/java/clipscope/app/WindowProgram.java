package clipscope.app;

import clipscope.cli.desk.WindowRequest;
import clipscope.clip.ClipModel;
import clipscope.problem.Problem;
import clipscope.session.Experiment;
import clipscope.session.SessionChange;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import clipscope.settings.ModelSettings;
import clipscope.settings.SessionSettings;
import clipscope.settings.Settings;
import clipscope.task.BackgroundThreads;
import clipscope.task.Outcome;
import clipscope.ui.control.Page;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.Debounce;
import clipscope.ui.fx.FirstFrame;
import clipscope.ui.fx.FxThread;
import clipscope.ui.problem.ProblemDialog;
import clipscope.ui.problem.UncaughtProblems;
import clipscope.ui.settings.SettingsView;
import clipscope.ui.settings.SettingsViewModel;
import clipscope.ui.shell.FileDialogs;
import clipscope.ui.shell.ShellView;
import clipscope.ui.shell.ShellViewModel;
import clipscope.ui.train.TrainView;
import clipscope.ui.train.TrainViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The window, built by constructors, from its opening to its closing.
///
/// **Thread:** [#runUntilClosed] belongs to the main thread, which waits; everything else to the JavaFX
/// thread.
final class WindowProgram {

    private static final Duration UNKEPT = Duration.millis(700); // a change waits no longer: a crash costs a second

    private final Program program;
    private final WindowRequest request;
    private final EmbeddingCache cache;
    private final BackgroundThreads threads = BackgroundThreads.behindWindow();
    private final CompletableFuture<Closing> closed = new CompletableFuture<>();
    private final List<Experiment> experiments; // read before there is a window
    private final Optional<Problem> crash; // of the start before
    private final Instant began;
    private Optional<RunningWindow> door = Optional.empty(); // to other starts

    WindowProgram(Program program, WindowRequest request) {
        program.settings().get().window().language().speak(); // before any word is read
        this.program = program;
        this.request = request;
        this.cache = program.embeddingCache();
        this.began = Instant.now();
        this.crash = CrashReports.ofLauncher().untold();
        this.experiments = program.installation().experiments();
    }

    /// What the closing of the window needs of what its opening made.
    private record Opened(Stage stage, WindowPlace place, Desk desk, ShellViewModel shell, TrainViewModel train) {}

    /// Opens the window and waits for its end.
    ///
    /// @return the exit status
    int runUntilClosed() {
        Platform.startup(this::open);
        Platform.setImplicitExit(false); // the program ends when all is written, not with the window
        closed.join().run();
        return 0;
    }

    private void open() {
        FxThread owner = new FxThread();
        Settings settings = asked();
        Desk desk = program.windowDesk(threads.runners(owner), cache);
        Stage stage = new Stage();
        installProblems(owner, stage, desk);

        ShellViewModel shell = new ShellViewModel(
                desk,
                new ShellViewModel.Setup(program.bundledModel(), experiments, "CPU", program.lastSessions(), settings));
        FileDialogs dialogs = new FileDialogs.OfSystem(() -> stage);
        Appearance appearance =
                new Appearance(shell.themeProperty(), Platform.getPreferences().colorSchemeProperty());
        WindowPages made = new WindowPages(program, desk, shell, dialogs);
        TrainViewModel train = new TrainViewModel(made.train(threads.longWork(owner), owner));
        List<Page> pages = new ArrayList<>(made.ofPictures());
        pages.add(TrainView.page(train));
        SettingsViewModel chosen = new SettingsViewModel(made.settings(cache));
        ChosenSettings.follow(chosen, desk, cache, shell);
        pages.add(SettingsView.page(chosen));
        program.settings().problems().forEach(shell::notice);
        ShellView view = new ShellView(shell, pages, dialogs, appearance);

        dress(stage);
        WindowPlace place = new WindowPlace(stage, settings.window());
        view.installKeys(place.put(view.node()));
        Opened opened = new Opened(stage, place, desk, shell, train);
        stage.setOnHidden(_ -> owner.execute(() -> close(opened))); // the system takes it off the screen before
        stage.show();
        FirstFrame.then(view::warmUp);
        follow(opened);
        openDoor(opened, owner);
        WarmUp.follow(desk);
        shell.session().lookForLeft();

        watchStart(opened, pages);
        crash.ifPresent(problem -> {
            shell.notice(problem);
            shell.session().mistrustModel();
        });
        Runnable usual =
                crash.isPresent() ? shell.model()::openBundled : shell.model()::openLatest; // else it may recur
        request.model().ifPresentOrElse(shell.model()::open, usual);
        shell.add(request.images());
    }

    private void openDoor(Opened opened, FxThread owner) {
        var _ = opened.desk()
                .runners()
                .io()
                .<Optional<RunningWindow>>submit(
                        _ -> RunningWindow.listen(
                                program.folder(),
                                asked -> owner.execute(() -> take(opened.stage(), opened.shell(), asked))),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(Optional<RunningWindow> listening)) {
                                door = listening;
                            }
                        });
    }

    /// Opens what another start was asked to, and comes before the person's eyes.
    private static void take(Stage stage, ShellViewModel shell, RunningWindow.Asked asked) {
        asked.model().ifPresent(shell.model()::open);
        shell.add(asked.files());
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private void watchStart(Opened opened, List<Page> pages) {
        if (!request.start().timings() && !request.start().rehearsal()) {
            return;
        }
        StartTimes times = StartTimes.ofThisProcess(Clock.systemUTC(), System.err);
        times.at(StartTimes.Step.PROGRAM, began);
        if (request.start().rehearsal()) {
            Rehearsal rehearsal = new Rehearsal(pages, opened.shell().pageProperty(), opened.stage());
            StartWatch.begin(opened.desk(), times, rehearsal::begin);
            experiments.stream().findFirst().ifPresent(opened.shell().guide()::begin);
        } else {
            StartWatch.begin(opened.desk(), times, () -> {});
        }
    }

    private static void dress(Stage stage) {
        stage.setTitle("ClipScope");
        stage.getIcons().setAll(icons());
    }

    /// Keeps what is being worked on, and looks after the model's files whenever the person comes back.
    private void follow(Opened opened) {
        ShellViewModel shell = opened.shell();
        Debounce remembering = new Debounce(UNKEPT, () -> rememberNow(opened));
        shell.model().settingsProperty().subscribe((_, _) -> remembering.request());
        shell.session().settingsProperty().subscribe((_, _) -> remembering.request());
        opened.stage().focusedProperty().subscribe(focused -> {
            if (focused) {
                shell.model().lookAtFiles(shell::notice);
            }
        });
        Debounce keeping = new Debounce(UNKEPT, shell.session()::keep);
        opened.desk().session().onChange(change -> {
            boolean keeps = change instanceof SessionChange.Images
                    || change instanceof SessionChange.Prompts
                    || change instanceof SessionChange.Scores
                    || change instanceof SessionChange.Frozen
                    || change instanceof SessionChange.Model;
            if (keeps && !keeping.waiting()) { // else who types on and on would have nothing kept
                keeping.request();
            }
        });
    }

    /// Drawn from `packaging/icons/clipscope.svg`, for title bars, task bars and switchers.
    private static List<Image> icons() {
        return Stream.of("icon-32.png", "icon-64.png", "icon-256.png")
                .map(WindowProgram.class::getResource)
                .map(icon -> new Image(Objects.requireNonNull(icon).toExternalForm()))
                .toList();
    }

    private void installProblems(FxThread owner, Stage stage, Desk desk) {
        ProblemDialog dialog = new ProblemDialog(program.version());
        UncaughtProblems problems = new UncaughtProblems(
                owner, cause -> dialog.show(cause, stage), desk.thumbnails()::forget, System::nanoTime);
        Thread.setDefaultUncaughtExceptionHandler(problems);
        Thread.currentThread().setUncaughtExceptionHandler(problems);
    }

    /// What the command line asks for goes before what was chosen earlier, for this once.
    private Settings asked() {
        Settings stored = program.settings().get();
        ModelSettings model = stored.model();
        return stored.withModel(model.withPrecision(request.precision().orElse(model.precision()))
                .withDevice(request.device().orElse(model.device())));
    }

    private void close(Opened opened) {
        List<ClipModel> models = Stream.of(
                        opened.desk().slot(), opened.desk().second().slot())
                .map(ModelSlot::model)
                .flatMap(Optional::stream)
                .toList();
        try {
            door.ifPresent(RunningWindow::close); // what others give would be lost from here on
            opened.shell().close();
            opened.train().close();
            remember(opened);
        } finally { // else the process would stay, and nobody could see it
            closed.complete(new Closing(program.settings(), cache, threads, models));
        }
    }

    /// What was opened is in the file soon after: a program that is killed has no closing.
    private void rememberNow(Opened opened) {
        remember(opened);
        var _ = opened.desk()
                .runners()
                .io()
                .<Boolean>submit(
                        _ -> {
                            program.settings().save();
                            return true;
                        },
                        _ -> {}); // what could not be written is written when the window is closed
    }

    private void remember(Opened opened) {
        List<Path> models = opened.shell().model().settingsProperty().get().recent().stream()
                .filter(model -> !model.equals(program.bundledModel())) // found wherever the program is
                .toList();
        SessionSettings session = opened.shell().session().settingsProperty().get();
        program.settings()
                .change(all -> all.withWindow(opened.place().in(all.window()))
                        .withModel(all.model().withRecent(models))
                        .withSession(session));
    }
}
