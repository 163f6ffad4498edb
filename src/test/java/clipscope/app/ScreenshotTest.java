package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Computing;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.doctor.Doctors;
import clipscope.image.decode.ImageDecoder;
import clipscope.prompt.template.BundledSet;
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
import clipscope.ui.duel.Contender;
import clipscope.ui.duel.DuelSetup;
import clipscope.ui.duel.DuelView;
import clipscope.ui.duel.DuelViewModel;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import clipscope.ui.grid.GridView;
import clipscope.ui.grid.GridViewModel;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.models.ModelChoice;
import clipscope.ui.models.ModelsView;
import clipscope.ui.models.ModelsViewModel;
import clipscope.ui.models.doctor.DoctorViewModel;
import clipscope.ui.models.doctor.WindowDrawing;
import clipscope.ui.prompts.PromptsView;
import clipscope.ui.prompts.PromptsViewModel;
import clipscope.ui.prompts.versions.Version;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Writes the screenshots of the README: the real window, the bundled model, its samples.
///
/// The clock stands still, so that no measured rate is in the pictures: they change when the window does.
@FxTest
class ScreenshotTest {

    /// Relative, so that the picture of its certificate is the same on every machine.
    private static final Path MODEL = Path.of("models", "clipscope-nano");

    private static final int PATIENCE = 30; // rests
    private static final Path FOLDER = Path.of("screenshots");
    private static final Duration BARS_AT_REST = Duration.seconds(1); // they glide for a fifth of a second

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final Installation installation = Installation.find();
    private final Desk desk = new Desk(
            tasks.runners(),
            new JobBoard(() -> 0),
            ImageReader.exact(new ImageDecoder(100)),
            (location, computing) -> ModelLoader.load(location, computing.precision()));
    private final ShellViewModel shell = new ShellViewModel(
            desk,
            new ShellViewModel.Setup(
                    MODEL,
                    installation.experiments(),
                    "CPU",
                    LastSessions.of(1, 0, Path.of("target", "test-sessions")),
                    Settings.DEFAULTS));
    private final TrainView train = new TrainView(new TrainViewModel(new TrainSetup(
            tasks,
            Runnable::run,
            new ImageDecoder(10),
            Path.of("trained"),
            Optional::empty,
            Optional::empty,
            Optional::empty,
            _ -> {})));
    private final ClassifyView classify = new ClassifyView(new ClassifyViewModel(desk, () -> {}, NoFiles.HERE));
    private final GridViewModel gridModel = new GridViewModel(desk, _ -> {});
    private final GridView grid = new GridView(gridModel);
    private final PromptsViewModel promptsModel = new PromptsViewModel(desk, _ -> {});
    private final PromptsView prompts = new PromptsView(promptsModel);
    private final DuelViewModel duelModel = new DuelViewModel(
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
    private final DuelView duel = new DuelView(duelModel);
    private final ModelsView models = new ModelsView(
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
            new DoctorViewModel(desk, Doctors.here(Path.of("target", "test-zoo")), WindowDrawing.look()));
    private final SettingsView settings = new SettingsView(new SettingsViewModel(new SettingsSetup(
            CurrentSettings.of(new SettingsFile(Path.of("target", "test-zoo", "no settings.json"))),
            desk,
            () -> new NetUse(
                    URI.create("https://huggingface.co"), Optional.empty(), Optional.empty(), NetUse.TokenFrom.NOWHERE),
            EmbeddingCache.none(),
            Path.of("/home/me/.config/clipscope/models"),
            Optional::empty,
            () -> {},
            _ -> {})));
    private final Stage stage = new Stage();

    ScreenshotTest() {
        desk.slot().open(MODEL, Precision.FP32);
        tasks.runAll();
    }

    @AfterEach
    void closeWindow() {
        stage.close();
        desk.slot().model().orElseThrow().close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theWelcomeOffersTheSamples(Theme theme) {
        open(theme);

        Set<Node> pictures = stage.getScene().getRoot().lookupAll("#shell-welcome-experiments ImageView");
        for (int i = 0; i < PATIENCE && !pictures.stream().allMatch(ScreenshotTest::loaded); i++) {
            rest(); // they are read in the background
        }
        assertEquals(
                22,
                pictures.stream().filter(ScreenshotTest::loaded).count(),
                "six of each experiment, four of the last");
        save("welcome", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theSamplesAreClassified(Theme theme) {
        begin();
        desk.session().select(desk.session().document().images().get(2));

        open(theme);

        assertEquals(0, desk.pipeline().missing());
        assertEquals(List.of(), desk.session().unusable());
        save("classify", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theSamplesAreAGrid(Theme theme) {
        begin();
        shell.pageProperty().set(grid.id());
        gridModel.moveCursor(new GridCell(desk.session().document().images().get(2), "penguin"));

        open(theme);

        assertEquals(16, desk.comparison().snapshot().labels().size(), "the model knows all but the stapler");
        save("grid", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void templatesAreTriedOutOnTheSamples(Theme theme) {
        begin();
        shell.pageProperty().set(prompts.id());
        promptsModel.laboratory().load(BundledSet.DRAWINGS);
        promptsModel.sentence().look("a line drawing of a butterfly on a blue background");
        promptsModel
                .versions()
                .setSecond(new Version("a picture of something {}", "red, orange, yellow, green, blue, violet"));

        open(theme);

        save("prompts", theme);
    }

    /// The one model that is always there, against itself with a template that misleads it.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void twoModelsAreCompared(Theme theme) {
        begin();
        shell.pageProperty().set(duel.id());
        open(theme);
        duelModel.choose(new Contender("clipscope-nano", MODEL));
        duelModel.setRightTemplate("a red {} on the left of a blue square");

        rest();

        save("duel", theme);
        duelModel.close();
        tasks.runAll();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theModelInUseHasItsCertificate(Theme theme) {
        shell.pageProperty().set(models.id());

        open(theme);

        save("models", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void whatCanBeChosenIsOnOnePage(Theme theme) {
        shell.pageProperty().set(SettingsView.ID);

        open(theme);

        save("settings", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyCommandIsInThePalette(Theme theme) {
        begin();
        shell.pageProperty().set(grid.id());

        open(theme);
        ((ButtonBase) stage.getScene().lookup("#shell-commands")).fire();
        ((TextInputControl) stage.getScene().lookup("#shell-palette-field")).setText("co");
        rest();

        save("commands", theme);
    }

    @Test
    void everyPageHasItsKeysOnTheSheet() {
        for (Page page : List.of(classify, grid, prompts, duel)) {
            assertTrue(page.keys().size() > 2, page.id());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aTrainingBeginsWithAFolder(Theme theme) {
        begin();
        shell.pageProperty().set(train.id());

        open(theme);

        save("train", theme);
    }

    /// The first experiment, with a label that the model does not know.
    private void begin() {
        shell.guide().begin(shell.guide().experiments().getFirst());
        shell.guide().end();
        List<String> labels = new ArrayList<>(desk.session().document().labels());
        labels.add("stapler");
        desk.session().setLabels(labels);
    }

    private static boolean loaded(Node view) {
        return view instanceof ImageView image && image.getImage().getProgress() == 1;
    }

    private void open(Theme theme) {
        shell.themeProperty().set(theme);
        Appearance appearance = new Appearance(shell.themeProperty(), new SimpleObjectProperty<>(ColorScheme.LIGHT));
        ShellView view = new ShellView(
                shell,
                List.of(classify, grid, prompts, duel, models, train, settings),
                new FileDialogs.OfSystem(() -> stage),
                appearance);
        stage.setScene(new Scene(view.node(), 1400, 900));
        stage.show();
        rest();
    }

    private void save(String page, Theme theme) {
        String name = "%s-%s.png".formatted(page, theme.name().toLowerCase(Locale.ROOT));
        Snapshots.save(Snapshots.of(stage.getScene()), FOLDER.resolve(name));
    }

    /// Does all work, with what comes of it, and lets the bars come to rest.
    private void rest() {
        for (int i = 0; i < 3; i++) {
            tasks.runAll();
            Object loop = new Object();
            PauseTransition pause = new PauseTransition(BARS_AT_REST.divide(3));
            pause.setOnFinished(_ -> Platform.exitNestedEventLoop(loop, null));
            pause.play();
            var _ = Platform.enterNestedEventLoop(loop);
        }
    }
}
