package clipscope.settings;

import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.language.Language;
import clipscope.problem.Problem.WrongSettings;
import clipscope.settings.WindowSettings.Corner;
import clipscope.settings.WindowSettings.Theme;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One value of the settings: where it stands in the file, and how it is taken out of the settings and put
/// back.
///
/// **Thread:** Immutable.
public final class Setting<T> {

    public static final Setting<Theme> THEME = new Setting<>(
            "window.theme",
            SettingForm.choice(Theme.class),
            all -> all.window().theme(),
            (all, value) -> all.withWindow(all.window().withTheme(value)));

    public static final Setting<Language> LANGUAGE = new Setting<>(
            "window.language",
            SettingForm.choice(Language.class),
            all -> all.window().language(),
            (all, value) -> all.withWindow(all.window().withLanguage(value)));

    public static final Setting<Precision> PRECISION = new Setting<>(
            "model.precision",
            SettingForm.choice(Precision.class),
            all -> all.model().precision(),
            (all, value) -> all.withModel(all.model().withPrecision(value)));

    public static final Setting<Device> DEVICE = new Setting<>(
            "model.device",
            SettingForm.choice(Device.class),
            all -> all.model().device(),
            (all, value) -> all.withModel(all.model().withDevice(value)));

    public static final Setting<OptionalInt> THREADS = new Setting<>(
            "model.threads",
            SettingForm.numberOrAuto(),
            all -> all.model().threads(),
            (all, value) -> all.withModel(all.model().withThreads(value)));

    public static final Setting<OptionalInt> BATCH = new Setting<>(
            "model.batch",
            SettingForm.numberOrAuto(),
            all -> all.model().batch(),
            (all, value) -> all.withModel(all.model().withBatch(value)));

    public static final Setting<Integer> IMAGE_LIMIT = new Setting<>(
            "images.limitMegapixels",
            SettingForm.number(),
            all -> all.images().limitMegapixels(),
            (all, value) -> all.withImages(new ImageSettings(value)));

    public static final Setting<Integer> THUMBNAILS = new Setting<>(
            "cache.thumbnailMegabytes",
            SettingForm.number(),
            all -> all.cache().thumbnailMegabytes(),
            (all, value) -> all.withCache(all.cache().withThumbnailMegabytes(value)));

    public static final Setting<Integer> EMBEDDINGS = new Setting<>(
            "cache.embeddingMegabytes",
            SettingForm.number(),
            all -> all.cache().embeddingMegabytes(),
            (all, value) -> all.withCache(all.cache().withEmbeddingMegabytes(value)));

    public static final Setting<Optional<Path>> MODEL_FOLDER = new Setting<>(
            "downloads.folder",
            SettingForm.text(Path::of),
            all -> all.downloads().folder(),
            (all, value) -> all.withDownloads(all.downloads().withFolder(value)));

    public static final Setting<Optional<URI>> HUB = new Setting<>(
            "downloads.hub",
            SettingForm.address(),
            all -> all.downloads().hub(),
            (all, value) -> all.withDownloads(all.downloads().withHub(value)));

    public static final Setting<Optional<URI>> PROXY = new Setting<>(
            "downloads.proxy",
            SettingForm.text(DownloadSettings::proxyAddress),
            all -> all.downloads().proxy(),
            (all, value) -> all.withDownloads(all.downloads().withProxy(value)));

    public static final Setting<Optional<String>> TOKEN = new Setting<>(
            "downloads.token",
            SettingForm.text(DownloadSettings::tokenOf),
            all -> all.downloads().token(),
            (all, value) -> all.withDownloads(all.downloads().withToken(value)));

    private static final Setting<List<Path>> MODELS = new Setting<>(
            "model.recent",
            SettingForm.places(),
            all -> all.model().recent(),
            (all, value) -> all.withModel(all.model().withRecent(value)));

    private static final Setting<List<Path>> SESSIONS = new Setting<>(
            "session.recent",
            SettingForm.places(),
            all -> all.session().recent(),
            (all, value) -> all.withSession(new SessionSettings(value)));

    private static final Setting<Double> WIDTH = new Setting<>(
            "window.width",
            SettingForm.side(),
            all -> all.window().width(),
            (all, value) ->
                    all.withWindow(all.window().withSize(value, all.window().height())));

    private static final Setting<Double> HEIGHT = new Setting<>(
            "window.height",
            SettingForm.side(),
            all -> all.window().height(),
            (all, value) -> all.withWindow(all.window().withSize(all.window().width(), value)));

    private static final Setting<Optional<Corner>> CORNER = new Setting<>(
            "window.corner",
            SettingForm.corner(),
            all -> all.window().corner(),
            (all, value) -> all.withWindow(all.window()
                    .withPlace(
                            all.window().width(),
                            all.window().height(),
                            value,
                            all.window().maximized())));

    private static final Setting<Boolean> MAXIMIZED = new Setting<>(
            "window.maximized",
            SettingForm.flag(),
            all -> all.window().maximized(),
            (all, value) -> all.withWindow(all.window()
                    .withPlace(
                            all.window().width(),
                            all.window().height(),
                            all.window().corner(),
                            value)));

    /// What a person chooses, in the order of the file.
    public static final List<Setting<?>> CHOSEN = List.of(
            IMAGE_LIMIT,
            PRECISION,
            DEVICE,
            THREADS,
            BATCH,
            THUMBNAILS,
            EMBEDDINGS,
            MODEL_FOLDER,
            HUB,
            PROXY,
            TOKEN,
            THEME,
            LANGUAGE);

    /// What the program notes for the next start.
    static final List<Setting<?>> NOTED = List.of(MODELS, SESSIONS, WIDTH, HEIGHT, CORNER, MAXIMIZED);

    private final String section;
    private final String field;
    private final SettingForm<T> form;
    private final Function<Settings, T> get;
    private final BiFunction<Settings, T, Settings> put;

    private Setting(
            String name, SettingForm<T> form, Function<Settings, T> get, BiFunction<Settings, T, Settings> put) {
        this.section = name.substring(0, name.indexOf('.'));
        this.field = name.substring(name.indexOf('.') + 1);
        this.form = form;
        this.get = get;
        this.put = put;
    }

    /// {@return how it is called in the file: `window.theme`}
    public String name() {
        return section + "." + field;
    }

    String section() {
        return section;
    }

    public T of(Settings settings) {
        return get.apply(settings);
    }

    /// {@return settings with another value of this}
    ///
    /// @throws IllegalArgumentException if it is none that makes sense; the message says which do
    public Settings with(Settings settings, T value) {
        return put.apply(settings, value);
    }

    /// {@return what a first start uses}
    public T byDefault() {
        return of(Settings.DEFAULTS);
    }

    /// Takes the value from the file, if there is one.
    ///
    /// @param wrong gets one that makes no sense
    Settings read(JsonObject root, Settings settings, List<WrongSettings.Value> wrong) {
        JsonElement found = root.get(section) instanceof JsonObject fields ? fields.get(field) : null;
        if (found == null) {
            return settings;
        }
        try {
            return with(settings, form.read().apply(found));
        } catch (IllegalArgumentException
                | ArithmeticException
                | IllegalStateException
                | UnsupportedOperationException _) {
            wrong.add(new WrongSettings.Value(
                    name(),
                    SettingForm.words(found),
                    SettingForm.words(form.write().apply(of(settings)))));
            return settings;
        }
    }

    void write(JsonObject root, Settings settings) {
        if (!root.has(section)) {
            root.add(section, new JsonObject());
        }
        root.getAsJsonObject(section).add(field, form.write().apply(of(settings)));
    }
}
