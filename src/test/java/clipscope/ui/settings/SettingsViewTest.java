package clipscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.problem.Problem;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desks;
import clipscope.settings.CurrentSettings;
import clipscope.settings.Setting;
import clipscope.settings.Settings;
import clipscope.settings.SettingsFile;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.zoo.download.NetUse;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class SettingsViewTest {

    private static final NetUse NET = new NetUse(
            URI.create("https://mirror.example.org"),
            Optional.of("HF_ENDPOINT"),
            Optional.empty(),
            NetUse.TokenFrom.LOGIN_FILE);

    @TempDir
    private Path folder;

    private final Desks desks = new Desks();
    private final List<Problem> notices = new ArrayList<>();
    private int reopened;
    private SettingsViewModel model;
    private PageStage stage;

    @BeforeEach
    void open() {
        model = new SettingsViewModel(new SettingsSetup(
                CurrentSettings.of(file()),
                desks.desk(),
                () -> NET,
                EmbeddingCache.none(),
                Path.of("/home/me/.config/clipscope/models"),
                () -> Optional.of(Path.of("/large/models")),
                () -> reopened++,
                notices::add));
        stage = new PageStage(new SettingsView(model).node(), 1280, 1150);
        desks.tasks().runAll();
        stage.picture();
    }

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("settings.json"));
    }

    private Settings stored() {
        desks.tasks().runAll();
        return file().read().settings();
    }

    private void type(String setting, String text) {
        TextField field = stage.find(TextField.class, "settings-%s-field".formatted(setting));
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private String text(String id) {
        return stage.find(Label.class, "settings-" + id).getText();
    }

    @Test
    void whatIsChosenIsUsedAtOnceAndKept() {
        stage.find(ToggleButton.class, "settings-window-theme-choice-2").fire();
        type("images-limitMegapixels", "42");
        type("model-threads", "3");
        type("model-batch", " 8 ");
        type("downloads-proxy", "proxy.example.org:3128");
        stage.find(Button.class, "settings-downloads-folder-choose").fire();

        Settings used = model.settingsProperty().get();
        assertEquals(Theme.DARK, used.window().theme());
        assertEquals(42, used.images().limitMegapixels());
        assertEquals(OptionalInt.of(3), used.model().threads());
        assertEquals(OptionalInt.of(8), used.model().batch());
        assertEquals(
                Optional.of(URI.create("http://proxy.example.org:3128")),
                used.downloads().proxy());
        assertEquals(Optional.of(Path.of("/large/models")), used.downloads().folder());
        assertEquals(used, stored());
    }

    @Test
    void whatMakesNoSenseIsNotUsedAndSaidBesideTheField() {
        type("model-batch", "many");
        type("images-limitMegapixels", "0");
        type("downloads-hub", "ftp://example.org");
        type("downloads-folder", "models");

        assertEquals(Settings.DEFAULTS, stored());
        assertEquals("Not used: it must be a whole number", text("model-batch-fault"));
        assertEquals("Not used: it must be 1 to 700 megapixels", text("images-limitMegapixels-fault"));
        assertEquals(
                "Not used: it must be an address that begins with https:// or http://", text("downloads-hub-fault"));
        assertEquals(
                "Not used: it must be the whole name of a folder, from the root on", text("downloads-folder-fault"));

        type("model-batch", "auto");
        assertEquals("", text("model-batch-fault"));
    }

    @Test
    void oneValueOrAllGoBackToTheDefault() {
        model.change(Setting.THEME, Theme.LIGHT);
        model.change(Setting.IMAGE_LIMIT, 5);
        Button reset = stage.find(Button.class, "settings-images-limitMegapixels-reset");
        assertTrue(reset.isVisible());

        reset.fire();

        assertFalse(reset.isVisible());
        assertEquals(
                "100",
                stage.find(TextField.class, "settings-images-limitMegapixels-field")
                        .getText());
        assertEquals(Theme.LIGHT, stored().window().theme());

        stage.find(Button.class, "settings-reset").fire();

        assertEquals(Settings.DEFAULTS, stored());
        assertTrue(stage.find(Button.class, "settings-reset").isDisabled());
    }

    @Test
    void anAutomaticChoiceSaysWhatItCameTo() {
        desks.open(new FakeClipModel("one"));

        assertEquals("In use: CPU", text("model-device-note"));
        assertTrue(text("model-precision-note").startsWith("In use: fp32"), text("model-precision-note"));
        assertEquals("HF_ENDPOINT is set, and goes first: https://mirror.example.org", text("downloads-hub-note"));
        assertEquals("In use: that of Hugging Face's own programs on this machine", text("downloads-token-note"));
        assertEquals("In use: /home/me/.config/clipscope/models", text("downloads-folder-note"));
    }

    @Test
    void aModelOpenedWithOtherSettingsIsOfferedAgain() {
        desks.desk()
                .slot()
                .open(Path.of("models", "fake"), Settings.DEFAULTS.model().computing());
        desks.tasks().runAll();
        Button reopen = stage.find(Button.class, "settings-reopen");
        assertFalse(reopen.getParent().isVisible());

        model.change(Setting.PRECISION, Precision.BF16);

        assertTrue(reopen.getParent().isVisible());
        reopen.fire();
        assertEquals(1, reopened);
    }

    @Test
    void settingsThatCannotBeKeptAreTold() throws Exception {
        Files.createDirectories(folder.resolve("settings.json").resolve("in the way"));

        model.change(Setting.IMAGE_LIMIT, 5);
        desks.tasks().runAll();

        assertEquals(5, model.settingsProperty().get().images().limitMegapixels());
        assertEquals(
                List.of(Problem.UnwritableFile.class),
                notices.stream().map(Object::getClass).toList());
    }

    @Test
    void itIsSeen() {
        desks.open(new FakeClipModel("one"));
        model.change(Setting.PRECISION, Precision.BF16);
        type("model-batch", "many");
        stage.save("settings-light");
        stage.dark();
        stage.save("settings-dark");
    }
}
