package clipscope.ui.settings;

import clipscope.clip.Device;
import clipscope.clip.Precision;
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

    /// The title of the section about models.
    static final String COMPUTING = "Computing";

    private final Settings stored;
    private final Store store;

    /// Rows that belong together.
    record Section(String title, List<SettingRow<?>> rows) {

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
                "Appearance",
                List.of(row(
                        Setting.THEME,
                        new About("Theme", "How bright the window is.", Effect.AT_ONCE),
                        new SettingInput.OneOf<>(List.of(Theme.values()), Theme::title))));
    }

    private Section computing() {
        return new Section(
                COMPUTING,
                List.of(
                        row(
                                Setting.PRECISION,
                                new About(
                                        "Precision",
                                        "bf16 is faster on some processors, and numbers differ a little. Automatic measures it once.",
                                        Effect.NEXT_MODEL),
                                oneOf(
                                        List.of(Precision.AUTO, Precision.FP32, Precision.BF16),
                                        Setting.PRECISION,
                                        precision -> precision == Precision.AUTO ? "Automatic" : precision.label())),
                        row(
                                Setting.DEVICE,
                                new About(
                                        "Device",
                                        "Automatic takes the graphics card if PyTorch reports one.",
                                        Effect.NEXT_MODEL),
                                oneOf(
                                        List.of(Device.AUTO, Device.CPU),
                                        Setting.DEVICE,
                                        device -> device == Device.AUTO ? "Automatic" : device.words())),
                        row(
                                Setting.THREADS,
                                new About(
                                        "Threads",
                                        "How many compute together. Fewer leave room for other programs.",
                                        Effect.NEXT_MODEL),
                                SettingInput.numberOrAuto()),
                        row(
                                Setting.BATCH,
                                new About(
                                        "Batch",
                                        "How many pictures are encoded together. Automatic takes about a tenth of a second's, so that typing is never kept waiting.",
                                        Effect.NEXT_BATCH),
                                SettingInput.numberOrAuto())));
    }

    private Section pictures() {
        return new Section(
                "Pictures and memory",
                List.of(
                        row(
                                Setting.IMAGE_LIMIT,
                                new About(
                                        "Largest picture",
                                        "Larger ones are not opened: a small file can claim to be gigabytes.",
                                        Effect.NEXT_PICTURES),
                                SettingInput.number("megapixels")),
                        row(
                                Setting.THUMBNAILS,
                                new About(
                                        "Memory for small pictures",
                                        "Those seen of late stay in memory; others are made again when they are scrolled to.",
                                        Effect.AT_ONCE),
                                SettingInput.number("MB")),
                        row(
                                Setting.EMBEDDINGS,
                                new About(
                                        "Embeddings on disk",
                                        "What models made of pictures, so that a session opens again at once. The oldest go first; 0 keeps none.",
                                        Effect.AT_ONCE),
                                SettingInput.number("MB"))));
    }

    private Section downloads() {
        return new Section(
                "Downloads",
                List.of(
                        row(
                                Setting.MODEL_FOLDER,
                                new About(
                                        "Models folder",
                                        "Where models are kept that are downloaded or copied. Those in the old folder stay there.",
                                        Effect.RESTART),
                                new SettingInput.Folder<>(
                                        SettingInput.text(),
                                        SettingInput.optional(SettingsRows::folder),
                                        "usual place")),
                        row(
                                Setting.HUB,
                                new About("Mirror", "Asked in place of huggingface.co.", Effect.NEXT_DOWNLOAD),
                                new SettingInput.Typed<>(
                                        SettingInput.text(),
                                        SettingInput.optional(DownloadSettings::address),
                                        "https://huggingface.co",
                                        "")),
                        row(
                                Setting.PROXY,
                                new About(
                                        "Proxy",
                                        "Left empty, downloads go as the system's settings say.",
                                        Effect.NEXT_DOWNLOAD),
                                new SettingInput.Typed<>(
                                        SettingInput.text(),
                                        SettingInput.optional(DownloadSettings::proxyAddress),
                                        "http://host:port",
                                        "")),
                        row(
                                Setting.TOKEN,
                                new About(
                                        "Token",
                                        "Of your Hugging Face account, for models that ask for consent. It is sent to the hub alone.",
                                        Effect.NEXT_DOWNLOAD),
                                new SettingInput.Secret<>(
                                        SettingInput.text(),
                                        SettingInput.optional(DownloadSettings::tokenOf),
                                        "none"))));
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
            throw new IllegalArgumentException("the name of a folder", e);
        }
        throw new IllegalArgumentException("the whole name of a folder, from the root on");
    }
}
