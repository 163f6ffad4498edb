package clipscope.app;

import clipscope.clip.Computing;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.doctor.Doctors;
import clipscope.image.decode.ImageDecoder;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.session.file.LastSessions;
import clipscope.session.image.ImageReader;
import clipscope.settings.CurrentSettings;
import clipscope.settings.Settings;
import clipscope.settings.SettingsFile;
import clipscope.settings.WindowSettings.Theme;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import clipscope.ui.classify.ClassifyView;
import clipscope.ui.classify.ClassifyViewModel;
import clipscope.ui.classify.NoFiles;
import clipscope.ui.control.Page;
import clipscope.ui.duel.DuelSetup;
import clipscope.ui.duel.DuelView;
import clipscope.ui.duel.DuelViewModel;
import clipscope.ui.fx.Appearance;
import clipscope.ui.grid.GridView;
import clipscope.ui.grid.GridViewModel;
import clipscope.ui.models.ModelChoice;
import clipscope.ui.models.ModelsView;
import clipscope.ui.models.ModelsViewModel;
import clipscope.ui.models.doctor.DoctorViewModel;
import clipscope.ui.models.doctor.WindowDrawing;
import clipscope.ui.prompts.PromptsView;
import clipscope.ui.prompts.PromptsViewModel;
import clipscope.ui.settings.SettingsSetup;
import clipscope.ui.settings.SettingsView;
import clipscope.ui.settings.SettingsViewModel;
import clipscope.ui.shell.FileDialogs;
import clipscope.ui.shell.ShellView;
import clipscope.ui.shell.ShellViewModel;
import clipscope.ui.train.TrainSetup;
import clipscope.ui.train.TrainView;
import clipscope.ui.train.TrainViewModel;
import clipscope.zoo.Shelf;
import clipscope.zoo.download.NetUse;
import clipscope.zoo.download.Zoos;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The whole window with the bundled model, as the program builds it, for tests that look at all of it.
///
/// The clock stands still, so that no measured rate is in its pictures.
///
/// **Thread:** Confined to the JavaFX thread.
final class WholeWindow implements AutoCloseable {

    /// Relative, so that the picture of its certificate is the same on every machine.
    static final Path MODEL = Path.of("models", "clipscope-nano");

    private static final Duration BARS_AT_REST = Duration.seconds(1); // they glide for a fifth of a second

    final ManualTaskRunner tasks = new ManualTaskRunner();
    long now; // ns, of the clock that jobs are timed by
    final Installation installation = Installation.find();
    final Desk desk = new Desk(
            tasks.runners(),
            new JobBoard(() -> now),
            ImageReader.exact(new ImageDecoder(100)),
            (location, computing) -> ModelLoader.load(location, computing.precision()));
    final ShellViewModel shell = new ShellViewModel(
            desk,
            new ShellViewModel.Setup(
                    MODEL,
                    installation.experiments(),
                    "CPU",
                    LastSessions.of(1, Path.of("target", "test-sessions")),
                    Settings.DEFAULTS));
    final Page train = TrainView.page(new TrainViewModel(new TrainSetup(
            tasks,
            Runnable::run,
            new ImageDecoder(10),
            Path.of("trained"),
            Optional::empty,
            Optional::empty,
            Optional::empty,
            _ -> {})));
    final ClassifyViewModel classifyModel = new ClassifyViewModel(desk, () -> {}, NoFiles.HERE);
    final Page classify = ClassifyView.page(classifyModel);
    final GridViewModel gridModel = new GridViewModel(desk, _ -> {});
    final Page grid = GridView.page(gridModel);
    final PromptsViewModel promptsModel = new PromptsViewModel(desk, _ -> {});
    final Page prompts = PromptsView.page(promptsModel);
    final DuelViewModel duelModel = new DuelViewModel(
            desk,
            new DuelSetup(
                    new Shelf(Path.of("target", "test-zoo", "shelf")),
                    MODEL,
                    List::of,
                    () -> Computing.in(Precision.FP32),
                    Optional::empty,
                    Optional::empty,
                    () -> {},
                    _ -> {}));
    final Page duel = DuelView.page(duelModel);
    final Page models = ModelsView.page(
            new ModelsViewModel(
                    desk,
                    new ModelChoice(
                            shell.model().settingsProperty(),
                            MODEL,
                            Zoos.ofProgram(Path.of("target", "test-zoo")),
                            shell.model()::open,
                            shell.model()::pictureSize,
                            () -> {},
                            () -> {})),
            new DoctorViewModel(
                    desk, Doctors.here(Path.of("target", "test-zoo")), WindowDrawing.look(), Optional.empty()));
    final Page settings = SettingsView.page(new SettingsViewModel(new SettingsSetup(
            CurrentSettings.of(new SettingsFile(Path.of("target", "test-zoo", "no settings.json"))),
            desk,
            () -> new NetUse(
                    URI.create("https://huggingface.co"), Optional.empty(), Optional.empty(), NetUse.TokenFrom.NOWHERE),
            EmbeddingCache.none(),
            Path.of("/home/me/.config/clipscope/models"),
            Optional::empty,
            () -> {},
            _ -> {})));
    final Stage stage = new Stage();

    WholeWindow() {
        desk.slot().open(MODEL, Precision.FP32);
        tasks.runAll();
    }

    /// The first experiment, with a label that the model does not know.
    void begin() {
        shell.guide().begin(shell.guide().experiments().getFirst());
        shell.guide().end();
        List<String> labels = new ArrayList<>(desk.session().document().labels());
        labels.add("stapler");
        desk.session().setLabels(labels);
    }

    /// {@return all workspaces and the page of settings}
    List<Page> pages() {
        return List.of(classify, grid, prompts, duel, models, train, settings);
    }

    /// Opens the window.
    void open(Theme theme, double width, double height) {
        shell.themeProperty().set(theme);
        Appearance appearance = new Appearance(shell.themeProperty(), new SimpleObjectProperty<>(ColorScheme.LIGHT));
        ShellView view = new ShellView(shell, pages(), new FileDialogs.OfSystem(() -> stage), appearance);
        stage.setScene(new Scene(view.node(), width, height));
        stage.show();
        rest();
    }

    /// Does all work, with what comes of it, and lets the bars come to rest.
    void rest() {
        for (int i = 0; i < 3; i++) {
            tasks.runAll();
            Object loop = new Object();
            PauseTransition pause = new PauseTransition(BARS_AT_REST.divide(3));
            pause.setOnFinished(_ -> Platform.exitNestedEventLoop(loop, null));
            pause.play();
            var _ = Platform.enterNestedEventLoop(loop);
        }
    }

    @Override
    public void close() {
        stage.close();
        duelModel.close();
        tasks.runAll();
        desk.slot().model().orElseThrow().close();
    }
}
