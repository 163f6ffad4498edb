package clipscope.settings;

import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import clipscope.settings.WindowSettings.Theme;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings on disk: one JSON file that a person may edit.
///
/// A value that is missing or makes no sense is replaced by its default, alone: a typing mistake in one line
/// costs that line.
///
/// **Thread:** Thread-safe as long as one thread writes.
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
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
    public Settings read() {
        JsonObject root = parse();
        Settings defaults = Settings.DEFAULTS;
        JsonObject window = object(root, "window");
        return new Settings(
                value(
                        object(root, "images"),
                        "limitMegapixels",
                        e -> new ImageSettings(e.getAsInt()),
                        defaults.images()),
                model(object(root, "model"), defaults.model()),
                new SessionSettings(paths(object(root, "session"), "recent")),
                new WindowSettings(
                        value(
                                window,
                                "theme",
                                e -> Theme.valueOf(name(e)),
                                defaults.window().theme()),
                        value(
                                window,
                                "width",
                                SettingsFile::side,
                                defaults.window().width()),
                        value(
                                window,
                                "height",
                                SettingsFile::side,
                                defaults.window().height())));
    }

    /// Replaces the file: a crash leaves either the old settings or the new.
    ///
    /// @throws ProblemException if the file cannot be written
    public void write(Settings settings) throws ProblemException {
        WholeFile.writeInNewFolder(
                file, new GsonBuilder().setPrettyPrinting().create().toJson(json(settings)));
    }

    private JsonObject parse() {
        try {
            return JsonParser.parseString(Files.readString(file)) instanceof JsonObject root ? root : new JsonObject();
        } catch (NoSuchFileException _) {
            return new JsonObject(); // the first start
        } catch (IOException | JsonParseException e) {
            LOG.warn("{} is not read: defaults are used", file, e);
            return new JsonObject();
        }
    }

    private static ModelSettings model(JsonObject model, ModelSettings defaults) {
        return new ModelSettings(
                paths(model, "recent"),
                value(model, "precision", e -> Precision.valueOf(name(e)), defaults.precision()),
                value(model, "device", e -> Device.valueOf(name(e)), defaults.device()));
    }

    private static List<Path> paths(JsonObject parent, String name) {
        List<Path> paths = new ArrayList<>();
        if (parent.get(name) instanceof JsonArray all) {
            for (JsonElement path : all) {
                parsed(path, e -> Path.of(e.getAsString())).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private static JsonArray json(List<Path> paths) {
        JsonArray all = new JsonArray();
        paths.forEach(path -> all.add(path.toString()));
        return all;
    }

    private static JsonObject json(Settings settings) {
        JsonObject images = new JsonObject();
        images.addProperty("limitMegapixels", settings.images().limitMegapixels());
        JsonObject model = new JsonObject();
        model.add("recent", json(settings.model().recent()));
        model.addProperty("precision", settings.model().precision().label());
        model.addProperty("device", settings.model().device().label());
        JsonObject session = new JsonObject();
        session.add("recent", json(settings.session().recent()));
        JsonObject window = new JsonObject();
        window.addProperty("theme", settings.window().theme().name().toLowerCase(Locale.ROOT));
        window.addProperty("width", settings.window().width());
        window.addProperty("height", settings.window().height());
        JsonObject root = new JsonObject();
        root.add("images", images);
        root.add("model", model);
        root.add("session", session);
        root.add("window", window);
        return root;
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject child ? child : new JsonObject();
    }

    private static <T> T value(JsonObject parent, String name, Function<JsonElement, T> read, T otherwise) {
        return Optional.ofNullable(parent.get(name))
                .flatMap(e -> parsed(e, read))
                .orElse(otherwise);
    }

    private static <T> Optional<T> parsed(JsonElement element, Function<JsonElement, T> read) {
        try {
            return Optional.of(read.apply(element));
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty(); // not that kind of value, or not one of those allowed
        }
    }

    private static String name(JsonElement element) {
        return element.getAsString().toUpperCase(Locale.ROOT);
    }

    private static double side(JsonElement element) {
        double side = element.getAsDouble();
        if (!(side >= 300 && side <= 20_000)) { // a window one cannot see, or larger than any screen
            throw new IllegalArgumentException("a window side of " + side);
        }
        return side;
    }
}
