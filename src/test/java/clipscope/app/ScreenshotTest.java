package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.image.ImageDecoder;
import clipscope.prompt.PromptTemplate;
import clipscope.session.desk.Desk;
import clipscope.session.image.ImageReader;
import clipscope.settings.Settings;
import clipscope.settings.WindowSettings.Theme;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import clipscope.ui.classify.ClassifyView;
import clipscope.ui.classify.ClassifyViewModel;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import clipscope.ui.grid.GridView;
import clipscope.ui.grid.GridViewModel;
import clipscope.ui.shell.FileDialogs;
import clipscope.ui.shell.ShellView;
import clipscope.ui.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/// Writes the screenshots of the README: the real window, the bundled model, its samples.
@FxTest
class ScreenshotTest {

    private static final Path FOLDER = Path.of("screenshots");
    private static final Duration BARS_AT_REST = Duration.seconds(1); // they glide for a fifth of a second

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final Installation installation = Installation.find();
    private final Desk desk = new Desk(
            tasks.runners(), new JobBoard(System::nanoTime), new ImageReader(new ImageDecoder(100)), ModelLoader::load);
    private final ShellViewModel shell = new ShellViewModel(
            desk,
            new ShellViewModel.Setup(installation.bundledModel(), installation.samples(), "CPU", Settings.DEFAULTS));
    private final ClassifyView classify = new ClassifyView(new ClassifyViewModel(desk, () -> {}));
    private final GridView grid = new GridView(new GridViewModel(desk, _ -> {}));

    private WritableImage shot(Theme theme) {
        shell.themeProperty().set(theme);
        Stage stage = new Stage();
        Appearance appearance = new Appearance(shell.themeProperty(), new SimpleObjectProperty<>(ColorScheme.LIGHT));
        ShellView view =
                new ShellView(shell, List.of(classify, grid), new FileDialogs.OfSystem(() -> stage), appearance);
        Scene scene = new Scene(view.node(), 1400, 900);
        stage.setScene(scene);
        stage.show();
        desk.slot().open(installation.bundledModel(), Precision.FP32);
        shell.addSamples();
        desk.session().setTemplate(new PromptTemplate("a drawing of a {}"));
        desk.session()
                .setLabels(
                        List.of("red star", "green circle", "yellow moon", "purple heart", "orange square", "giraffe"));
        rest();
        WritableImage picture = Snapshots.of(scene);
        stage.close();
        return picture;
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

    @Test
    void theSamplesAreClassifiedInTheLight() {
        Snapshots.save(shot(Theme.LIGHT), FOLDER.resolve("classify-light.png"));

        assertEquals(8, installation.samples().size());
        assertEquals(0, desk.pipeline().missing());
        assertEquals(List.of(), desk.session().unusable());
    }

    @Test
    void theSamplesAreAGridInTheDark() {
        shell.pageProperty().set(grid.id());

        Snapshots.save(shot(Theme.DARK), FOLDER.resolve("grid-dark.png"));

        assertEquals(5, desk.comparison().snapshot().labels().size(), "the model knows all but the giraffe");
    }
}
