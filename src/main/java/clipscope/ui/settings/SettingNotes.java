package clipscope.ui.settings;

import clipscope.clip.ClipModel;
import clipscope.clip.engine.Processor;
import clipscope.problem.ByteText;
import clipscope.session.desk.Desk;
import clipscope.settings.Setting;
import clipscope.settings.Settings;
import clipscope.zoo.download.NetUse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What is in use at present, beside the settings: what an automatic choice came to, and what goes before
/// what was chosen.
final class SettingNotes {

    private static final int BYTES_OF_A_THUMBNAIL = 97_200; // 180 × 180 pixels of three bytes

    private final Desk desk;
    private final Path modelFolder;

    /// What only files tell.
    ///
    /// @param cached bytes of embeddings
    record Looked(NetUse net, long cached) {}

    SettingNotes(Desk desk, Path modelFolder) {
        this.desk = desk;
        this.modelFolder = modelFolder;
    }

    /// {@return words for some of the settings}
    ///
    /// @param looked empty while it is being looked at
    Map<Setting<?>, String> of(Settings settings, Optional<Looked> looked) {
        Optional<NetUse> net = looked.map(Looked::net);
        return Map.ofEntries(
                Map.entry(
                        Setting.PRECISION, model().map(SettingNotes::precision).orElse("")),
                Map.entry(
                        Setting.DEVICE,
                        model().map(model ->
                                        "In use: " + model.computed().device().words())
                                .orElse("")),
                Map.entry(Setting.THREADS, "Automatic is %d here, one for each core".formatted(Processor.cores())),
                Map.entry(Setting.BATCH, batch()),
                Map.entry(
                        Setting.IMAGE_LIMIT,
                        "Such a picture takes up to %,d MB while it is decoded"
                                .formatted(6L * settings.images().limitMegapixels())),
                Map.entry(
                        Setting.THUMBNAILS,
                        "Room for %,d pictures or more"
                                .formatted(1_000_000L * settings.cache().thumbnailMegabytes() / BYTES_OF_A_THUMBNAIL)),
                Map.entry(
                        Setting.EMBEDDINGS,
                        looked.map(found -> "At present: " + ByteText.of(found.cached()))
                                .orElse("")),
                Map.entry(Setting.MODEL_FOLDER, "In use: " + modelFolder),
                Map.entry(Setting.HUB, net.map(SettingNotes::hub).orElse("")),
                Map.entry(
                        Setting.PROXY,
                        net.flatMap(NetUse::proxyVariable)
                                .map(variable -> variable + " is set, and goes first")
                                .orElse("")),
                Map.entry(Setting.TOKEN, net.map(SettingNotes::token).orElse("")));
    }

    private Optional<ClipModel> model() {
        return desk.slot().model();
    }

    private static String precision(ClipModel model) {
        return "In use: %s (%s)"
                .formatted(model.precision().label(), model.computed().reason());
    }

    private String batch() {
        return desk.pipeline().imagesPerSecond() > 0
                ? "At present: %d".formatted(desk.pipeline().batch())
                : "";
    }

    private static String hub(NetUse net) {
        return net.hubVariable()
                .map(variable -> "%s is set, and goes first: %s".formatted(variable, net.hub()))
                .orElse("In use: " + net.hub());
    }

    private static String token(NetUse net) {
        return switch (net.token()) {
            case NOWHERE -> "";
            case ENVIRONMENT -> "A variable of the environment has one, which goes first";
            case SETTINGS -> "Kept in the settings file, which only you can read";
            case LOGIN_FILE -> "In use: that of Hugging Face's own programs on this machine";
        };
    }
}
