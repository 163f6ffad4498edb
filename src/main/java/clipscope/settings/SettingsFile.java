package clipscope.settings;

import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.Problem.WrongSettings;
import clipscope.problem.ProblemException;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings on disk: one JSON file that a person may edit.
///
/// A value that is missing is the default's. One that makes no sense costs that value alone, and a file that
/// is no JSON at all is kept aside before another is written: both are told.
///
/// **Thread:** Thread-safe as long as one thread writes.
public final class SettingsFile {

    private static final Texts TEXTS = Texts.beside(SettingsFile.class);

    private static final long LARGEST = 1 << 20; // bytes; one of ours has 2,000

    private static final int MOST_NAMES = 5; // that are told

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// What was read.
    ///
    /// @param problems for the person to know
    public record Reading(Settings settings, List<Problem> problems) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    public Path file() {
        return file;
    }

    /// {@return the folder of the settings, where what a person keeps may lie too}
    public Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }

    /// {@return the folder where this system keeps a program's settings}
    ///
    /// **Source:** XDG Base Directory Specification; on macOS and Windows, where their own programs keep
    /// them.
    public static Path standardFolder() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return folder("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("ClipScope");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("ClipScope");
        }
        return folder("XDG_CONFIG_HOME", home.resolve(".config")).resolve("clipscope");
    }

    private static Path folder(String variable, Path otherwise) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(otherwise);
    }

    /// {@return the settings stored, or the defaults where there are none}
    public Reading read() {
        List<Problem> problems = new ArrayList<>();
        JsonObject root = parse(problems);
        List<WrongSettings.Value> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonElement> section : root.entrySet()) {
            if (!(section.getValue() instanceof JsonObject)) {
                wrong.add(new WrongSettings.Value(section.getKey(), SettingForm.words(section.getValue()), "{}"));
            }
        }
        Settings settings = Settings.DEFAULTS;
        for (Setting<?> setting : all()) {
            settings = setting.read(root, settings, wrong);
        }
        if (!wrong.isEmpty()) {
            problems.add(new WrongSettings(file, wrong));
        }
        List<String> unknown = unknown(root);
        if (!unknown.isEmpty()) {
            problems.add(new Problem.UnknownSettings(file, unknown));
        }
        return new Reading(settings, problems);
    }

    /// {@return names that no setting has, but no more of them than a person reads}
    private static List<String> unknown(JsonObject root) {
        Set<String> names = all().stream().map(Setting::name).collect(Collectors.toSet());
        Set<String> sections = all().stream().map(Setting::section).collect(Collectors.toSet());
        return root.entrySet().stream()
                .flatMap(section -> sections.contains(section.getKey())
                        ? fields(section.getKey(), section.getValue())
                        : Stream.of(section.getKey()))
                .filter(name -> !names.contains(name))
                .limit(MOST_NAMES)
                .map(SettingForm::shortened)
                .toList();
    }

    private static Stream<String> fields(String section, JsonElement fields) {
        return fields instanceof JsonObject object
                ? object.keySet().stream().map(field -> section + "." + field)
                : Stream.empty();
    }

    /// Replaces the file: a crash leaves either the old settings or the new. Others on this machine cannot
    /// read it, since there may be a token in it.
    ///
    /// @throws ProblemException if the file cannot be written
    public void write(Settings settings) throws ProblemException {
        JsonObject root = new JsonObject();
        all().forEach(setting -> setting.write(root, settings));
        String text = new GsonBuilder().setPrettyPrinting().create().toJson(root);
        WholeFile.makeFolderOf(file);
        WholeFile.write(file, partial -> {
            makePrivate(partial);
            Files.writeString(partial, text);
        });
    }

    private static List<Setting<?>> all() {
        return Stream.concat(Setting.CHOSEN.stream(), Setting.NOTED.stream()).toList();
    }

    private static void makePrivate(Path partial) throws IOException {
        if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.deleteIfExists(partial); // of a crash, with whatever rights it had
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private JsonObject parse(List<Problem> problems) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) { // reading a pipe would wait for ever
                problems.add(new Problem.UnreadableFile(file, TEXTS.get("file.kind")));
            } else if (Files.size(file) > LARGEST) {
                problems.add(setAside(TEXTS.get("file.large", LARGEST)));
            } else if (JsonParser.parseString(Files.readString(file)) instanceof JsonObject root) {
                return root;
            } else {
                problems.add(setAside(TEXTS.get("file.object")));
            }
        } catch (NoSuchFileException _) {
            return new JsonObject(); // the first start
        } catch (CharacterCodingException | JsonParseException _) {
            problems.add(setAside(TEXTS.get("file.json")));
        } catch (IOException e) {
            problems.add(new Problem.UnreadableFile(file, WholeFile.reason(e)));
        }
        return new JsonObject();
    }

    /// The next writing would replace what a person may have typed.
    private Problem setAside(String fault) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling("%s.broken-%d".formatted(file.getFileName(), i));
        }
        try {
            Files.move(file, aside);
            return new Problem.BrokenSettings(file, fault, aside);
        } catch (IOException e) {
            return new Problem.UnreadableFile(file, TEXTS.get("file.stuck", fault, WholeFile.reason(e)));
        }
    }
}
