package clipscope.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.language.Language;
import clipscope.problem.Problem;
import clipscope.problem.Problem.WrongSettings.Value;
import clipscope.problem.ProblemException;
import clipscope.settings.WindowSettings.Corner;
import clipscope.settings.WindowSettings.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
                new WindowSettings(Theme.DARK, Language.GERMAN, 1000, 700, Optional.of(new Corner(-1280, 40)), true));

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

    /// It would fill the memory before anybody saw that it is none of ours.
    @Test
    void aFileLargerThanAnyIsKeptAsideUnread() throws IOException {
        Path settings = folder.resolve("settings.json");
        try (FileChannel hole = FileChannel.open(settings, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            hole.write(ByteBuffer.wrap(new byte[1]), 1L << 40);
        }

        SettingsFile.Reading reading = new SettingsFile(settings).read();

        assertEquals(Settings.DEFAULTS, reading.settings());
        assertInstanceOf(Problem.BrokenSettings.class, reading.problems().getFirst());
        assertEquals(false, Files.exists(settings));
    }

    @Test
    void whatIsNoFileIsNotRead() throws IOException {
        Path settings = Files.createDirectory(folder.resolve("settings.json"));

        SettingsFile.Reading reading = new SettingsFile(settings).read();

        assertEquals(Settings.DEFAULTS, reading.settings());
        assertEquals(
                List.of(new Problem.UnreadableFile(settings, "it is a folder, a pipe or a device")),
                reading.problems());
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

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"window\": {\"theme\": \"dark\"}} and more"})
    void aFileThatIsNoJsonIsKeptAsideAndTold(String text) throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.json"), text);
        Files.writeString(folder.resolve("settings.json.broken"), "an earlier one");

        SettingsFile.Reading reading = new SettingsFile(settings).read();
        new SettingsFile(settings).write(reading.settings());

        Path aside = folder.resolve("settings.json.broken-2");
        assertEquals(text, Files.readString(aside));
        assertEquals("an earlier one", Files.readString(folder.resolve("settings.json.broken")));
        Problem.BrokenSettings told = assertInstanceOf(
                Problem.BrokenSettings.class, reading.problems().getFirst());
        assertEquals(List.of(settings, aside), List.of(told.file(), told.keptAs()));
        assertEquals(Settings.DEFAULTS, new SettingsFile(settings).read().settings());
    }

    @Test
    void namesThatNoSettingHasAreTold() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), """
                {"window": {"thmee": "dark", "width": 1000}, "modle": {"batch": 8}, "model": {"recent": []}}
                """);

        SettingsFile.Reading reading = new SettingsFile(settings).read();

        assertEquals(
                List.of(new Problem.UnknownSettings(settings, List.of("window.thmee", "modle"))), reading.problems());
        assertEquals(1000, reading.settings().window().width());
    }

    @Test
    void wrongValuesAreToldByNameWithWhatIsUsed() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), """
                {"window": {"theme": "pink", "width": 1000, "height": "tall"},
                 "model": {"threads": 2.5, "batch": "auto", "precision": "bf16"},
                 "downloads": {"proxy": "no proxy at all", "hub": ""},
                 "cache": 7}
                """);

        SettingsFile.Reading reading = new SettingsFile(settings).read();

        assertEquals(
                List.of(new Problem.WrongSettings(
                        settings,
                        List.of(
                                new Value("cache", "7", "{}"),
                                new Value("model.threads", "2.5", "auto"),
                                new Value("downloads.proxy", "no proxy at all", ""),
                                new Value("window.theme", "pink", "system"),
                                new Value("window.height", "tall", "900.0")))),
                reading.problems());
        assertEquals(Precision.BF16, reading.settings().model().precision());
        assertEquals(1000, reading.settings().window().width());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[1, 2, 3]", "[\"left\", 2]", "[1e99, 0]", "7", "null", "[null, 1]"})
    void aCornerThatIsNoneLeavesThePlaceToTheSystem(String corner) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.json"),
                "{\"window\": {\"corner\": %s, \"maximized\": \"yes\", \"width\": 1000}}".formatted(corner));

        assertEquals(
                WindowSettings.DEFAULTS.withSize(1000, 900),
                new SettingsFile(settings).read().settings().window());
    }

    @Test
    void whatIsMissingIsNoFault() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), "{\"window\": {}}");

        assertEquals(new SettingsFile.Reading(Settings.DEFAULTS, List.of()), new SettingsFile(settings).read());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseOnTheMachineCanReadATokenInIt() throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.json"), "{}");

        new SettingsFile(settings).write(Settings.DEFAULTS);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)));
    }

    @Test
    void theFileHasWhatAnotherWindowChanged() throws ProblemException {
        CurrentSettings one = CurrentSettings.of(file());
        CurrentSettings other = CurrentSettings.of(file());

        one.change(Setting.THEME, Theme.DARK);
        one.save();
        other.change(Setting.IMAGE_LIMIT, 7);
        other.save();

        Settings stored = file().read().settings();
        assertEquals(Theme.DARK, stored.window().theme());
        assertEquals(7, stored.images().limitMegapixels());
    }

    @Test
    void aChangeThatMakesNoSenseChangesNothing() throws ProblemException {
        CurrentSettings current = CurrentSettings.of(file());

        assertThrows(IllegalArgumentException.class, () -> current.change(Setting.BATCH, OptionalInt.of(0)));
        current.save();

        assertEquals(Settings.DEFAULTS, current.get());
        assertEquals(Settings.DEFAULTS, file().read().settings());
    }
}
