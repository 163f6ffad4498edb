package clipscope.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.settings.WindowSettings.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    private Path folder;

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("new").resolve("settings.json"));
    }

    @Test
    void whatIsWrittenIsRead() throws ProblemException {
        Settings settings = new Settings(
                new ImageSettings(42),
                new ModelSettings(List.of(Path.of("/models/b32"), Path.of("/models/l14")), Precision.BF16)
                        .withDevice(Device.CPU)
                        .withThreads(OptionalInt.of(3))
                        .withBatch(OptionalInt.of(16)),
                new CacheSettings(50, 0),
                new DownloadSettings(
                        Optional.of(URI.create("https://mirror.example.org/hub")),
                        Optional.of(Path.of("/models")),
                        Optional.of(URI.create("http://proxy.example.org:3128")),
                        Optional.of("hf_secret")),
                new SessionSettings(List.of(Path.of("/sessions/zoo.clipscope"))),
                new WindowSettings(Theme.DARK, 1000, 700));

        file().write(settings);

        assertEquals(settings, file().read().settings());
    }

    @Test
    void theFirstStartHasDefaults() {
        assertEquals(Settings.DEFAULTS, file().read().settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"images\": 7, \"model\": [], \"window\": null}",
                "{\"images\": {\"limitMegapixels\": -1}}",
                "{\"images\": {\"limitMegapixels\": \"many\"}, \"window\": {\"theme\": \"pink\", \"width\": NaN}}",
                "{\"downloads\": {\"hub\": \"ftp://somewhere\"}}",
                "{\"model\": {\"recent\": [null, 1e99, {}, \"\\u0000\"], \"precision\": {}}}"
            })
    void nonsenseIsReplacedByDefaults(String text) throws IOException {
        Path settings = folder.resolve("settings.json");
        Files.writeString(settings, text);

        Settings read = new SettingsFile(settings).read().settings();

        assertEquals(Settings.DEFAULTS.images(), read.images());
        assertEquals(Settings.DEFAULTS.window(), read.window());
        assertEquals(Precision.AUTO, read.model().precision());
    }

    @Test
    void oneBadValueCostsThatValueAlone() throws IOException {
        Path settings = folder.resolve("settings.json");
        Files.writeString(
                settings, "{\"window\": {\"theme\": \"dark\", \"width\": 5}, \"images\": {\"limitMegapixels\": 9}}");

        Settings read = new SettingsFile(settings).read().settings();

        assertEquals(WindowSettings.DEFAULTS.withTheme(Theme.DARK), read.window());
        assertEquals(new ImageSettings(9), read.images());
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblemWithItsName() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        ProblemException e = assertThrows(
                ProblemException.class,
                () -> new SettingsFile(inTheWay.resolve("settings.json")).write(Settings.DEFAULTS));

        assertEquals(
                inTheWay.resolve("settings.json"),
                assertInstanceOf(Problem.UnwritableFile.class, e.problem()).file());
    }

    @Test
    void theModelOpenedLastComesFirstAndOnce() {
        ModelSettings settings =
                ModelSettings.DEFAULTS.opened(Path.of("a")).opened(Path.of("b")).opened(Path.of("a"));

        assertEquals(List.of(Path.of("a"), Path.of("b")), settings.recent());
    }
}
