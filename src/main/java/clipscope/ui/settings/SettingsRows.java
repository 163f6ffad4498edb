package clipscope.ui.settings;

import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.language.Language;
import clipscope.language.Texts;
import clipscope.settings.DownloadSettings;
import clipscope.settings.Setting;
import clipscope.settings.Settings;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.settings.SettingRow.About;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes the rows of the page, in its order, with what is said of each.
final class SettingsRows {

    private static final Texts TEXTS = Texts.beside(SettingsRows.class);

    private final Settings stored;
    private final Store store;

    /// Rows that belong together.
    ///
    /// @param aboutModel whether they say how the model in use computes
    record Section(String title, boolean aboutModel, List<SettingRow<?>> rows) {

        Section {
            rows = List.copyOf(rows);
        }
    }

    /// Takes what a person chooses.
    interface Store {

        <T> void accept(Setting<T> setting, T value);
    }

    private SettingsRows(Settings stored, Store store) {
        this.stored = stored;
        this.store = store;
    }

    /// @param stored offered besides the usual choices, whatever it is
    static List<Section> of(Settings stored, Store store) {
        SettingsRows rows = new SettingsRows(stored, store);
        return List.of(rows.appearance(), rows.computing(), rows.pictures(), rows.downloads());
    }

    private Section appearance() {
        return new Section(
                TEXTS.get("appearance"),
                false,
                List.of(
                        row(
                                Setting.THEME,
                                new About(TEXTS.get("theme"), TEXTS.get("theme.words"), Effect.AT_ONCE),
                                new SettingInput.OneOf<>(List.of(Theme.values()), Theme::title)),
                        row(
                                Setting.LANGUAGE,
                                new About(TEXTS.get("language"), TEXTS.get("language.words"), Effect.RESTART),
                                new SettingInput.OneOf<>(List.of(Language.values()), Language::title))));
    }

    private Section computing() {
        return new Section(
                TEXTS.get("computing"),
                true,
                List.of(
                        row(
                                Setting.PRECISION,
                                new About(TEXTS.get("precision"), TEXTS.get("precision.words"), Effect.NEXT_MODEL),
                                oneOf(
                                        List.of(Precision.AUTO, Precision.FP32, Precision.BF16),
                                        Setting.PRECISION,
                                        precision -> precision == Precision.AUTO
                                                ? TEXTS.get("automatic")
                                                : precision.label())),
                        row(
                                Setting.DEVICE,
                                new About(TEXTS.get("device"), TEXTS.get("device.words"), Effect.NEXT_MODEL),
                                oneOf(
                                        List.of(Device.AUTO, Device.CPU),
                                        Setting.DEVICE,
                                        device -> device == Device.AUTO ? TEXTS.get("automatic") : device.words())),
                        row(
                                Setting.THREADS,
                                new About(TEXTS.get("threads"), TEXTS.get("threads.words"), Effect.NEXT_MODEL),
                                SettingInput.numberOrAuto()),
                        row(
                                Setting.BATCH,
                                new About(TEXTS.get("batch"), TEXTS.get("batch.words"), Effect.NEXT_BATCH),
                                SettingInput.numberOrAuto())));
    }

    private Section pictures() {
        return new Section(
                TEXTS.get("pictures"),
                false,
                List.of(
                        row(
                                Setting.IMAGE_LIMIT,
                                new About(TEXTS.get("limit"), TEXTS.get("limit.words"), Effect.NEXT_PICTURES),
                                SettingInput.number(TEXTS.get("limit.unit"))),
                        row(
                                Setting.THUMBNAILS,
                                new About(TEXTS.get("thumbnails"), TEXTS.get("thumbnails.words"), Effect.AT_ONCE),
                                SettingInput.number("MB")),
                        row(
                                Setting.EMBEDDINGS,
                                new About(TEXTS.get("embeddings"), TEXTS.get("embeddings.words"), Effect.AT_ONCE),
                                SettingInput.number("MB"))));
    }

    private Section downloads() {
        return new Section(
                TEXTS.get("downloads"),
                false,
                List.of(
                        row(
                                Setting.MODEL_FOLDER,
                                new About(TEXTS.get("folder"), TEXTS.get("folder.words"), Effect.RESTART),
                                new SettingInput.Folder<>(
                                        SettingInput.text(),
                                        SettingInput.optional(SettingsRows::folder),
                                        TEXTS.get("folder.prompt"))),
                        row(
                                Setting.HUB,
                                new About(TEXTS.get("mirror"), TEXTS.get("mirror.words"), Effect.NEXT_DOWNLOAD),
                                new SettingInput.Typed<>(
                                        SettingInput.text(),
                                        SettingInput.optional(DownloadSettings::address),
                                        "https://huggingface.co",
                                        "")),
                        row(
                                Setting.PROXY,
                                new About(TEXTS.get("proxy"), TEXTS.get("proxy.words"), Effect.NEXT_DOWNLOAD),
                                new SettingInput.Typed<>(
                                        SettingInput.text(),
                                        SettingInput.optional(DownloadSettings::proxyAddress),
                                        "http://host:port",
                                        "")),
                        row(
                                Setting.TOKEN,
                                new About(TEXTS.get("token"), TEXTS.get("token.words"), Effect.NEXT_DOWNLOAD),
                                new SettingInput.Secret<>(
                                        SettingInput.text(),
                                        SettingInput.optional(DownloadSettings::tokenOf),
                                        TEXTS.get("token.prompt")))));
    }

    private <T> SettingRow<T> row(Setting<T> setting, About about, SettingInput<T> form) {
        return new SettingRow<>(setting, about, form, store::accept);
    }

    /// What is stored is offered too: what suits a graphics card may have been typed into the file.
    private <T> SettingInput<T> oneOf(List<T> usual, Setting<T> setting, Function<T, String> words) {
        List<T> values = new ArrayList<>(usual);
        Optional.of(setting.of(stored)).filter(value -> !usual.contains(value)).ifPresent(values::add);
        return new SettingInput.OneOf<>(values, words);
    }

    private static Path folder(String text) {
        try {
            Path folder = Path.of(text);
            if (folder.isAbsolute()) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(TEXTS.get("fault.folder"), e);
        }
        throw new IllegalArgumentException(TEXTS.get("fault.root"));
    }
}
