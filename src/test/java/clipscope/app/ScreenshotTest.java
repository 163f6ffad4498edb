package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.prompt.template.BundledSet;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.control.Page;
import clipscope.ui.duel.Contender;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.prompts.versions.Version;
import clipscope.ui.settings.SettingsView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Writes the screenshots of the README: the real window, the bundled model, its samples.
///
/// No measured rate is in the pictures: they change when the window does.
@FxTest
class ScreenshotTest {

    private static final int PATIENCE = 30; // rests
    private static final Path FOLDER = Path.of("screenshots");

    private final WholeWindow window = new WholeWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theWelcomeOffersTheSamples(Theme theme) {
        open(theme);

        Set<Node> pictures = window.stage.getScene().getRoot().lookupAll("#shell-welcome-experiments ImageView");
        for (int i = 0; i < PATIENCE && !pictures.stream().allMatch(ScreenshotTest::loaded); i++) {
            window.rest(); // they are read in the background
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
        window.begin();
        window.desk.session().select(window.desk.session().document().images().get(2));

        open(theme);

        assertEquals(0, window.desk.pipeline().missing());
        assertEquals(List.of(), window.desk.session().unusable());
        save("classify", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theSamplesAreAGrid(Theme theme) {
        window.begin();
        window.shell.pageProperty().set(window.grid.id());
        window.gridModel.moveCursor(
                new GridCell(window.desk.session().document().images().get(2), "penguin"));

        open(theme);

        assertEquals(16, window.desk.comparison().snapshot().labels().size(), "the model knows all but the stapler");
        save("grid", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void templatesAreTriedOutOnTheSamples(Theme theme) {
        window.begin();
        window.shell.pageProperty().set(window.prompts.id());
        window.promptsModel.laboratory().load(BundledSet.DRAWINGS);
        window.promptsModel.sentence().look("a line drawing of a butterfly on a blue background");
        window.promptsModel
                .versions()
                .setSecond(new Version("a picture of something {}", "red, orange, yellow, green, blue, violet"));

        open(theme);

        save("prompts", theme);
    }

    /// The one model that is always there, against itself with a template that misleads it.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void twoModelsAreCompared(Theme theme) {
        window.begin();
        window.shell.pageProperty().set(window.duel.id());
        open(theme);
        window.duelModel.choose(new Contender("clipscope-nano", WholeWindow.MODEL));
        window.duelModel.setRightTemplate("a red {} on the left of a blue square");

        window.rest();

        save("duel", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theModelInUseHasItsCertificate(Theme theme) {
        window.shell.pageProperty().set(window.models.id());

        open(theme);

        save("models", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void whatCanBeChosenIsOnOnePage(Theme theme) {
        window.shell.pageProperty().set(SettingsView.ID);

        open(theme);

        save("settings", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyCommandIsInThePalette(Theme theme) {
        window.begin();
        window.shell.pageProperty().set(window.grid.id());

        open(theme);
        ((ButtonBase) window.stage.getScene().lookup("#shell-commands")).fire();
        ((TextInputControl) window.stage.getScene().lookup("#shell-palette-field")).setText("co");
        window.rest();

        save("commands", theme);
    }

    @Test
    void everyPageHasItsKeysOnTheSheet() {
        for (Page page : List.of(window.classify, window.grid, window.prompts, window.duel)) {
            assertTrue(page.keys().size() > 2, page.id());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aTrainingBeginsWithAFolder(Theme theme) {
        window.begin();
        window.shell.pageProperty().set(window.train.id());

        open(theme);

        save("train", theme);
    }

    private static boolean loaded(Node view) {
        return view instanceof ImageView image && image.getImage().getProgress() == 1;
    }

    private void open(Theme theme) {
        window.open(theme, 1400, 900);
    }

    private void save(String page, Theme theme) {
        String name = "%s-%s.png".formatted(page, theme.name().toLowerCase(Locale.ROOT));
        Snapshots.save(Snapshots.of(window.stage.getScene()), FOLDER.resolve(name));
    }
}
