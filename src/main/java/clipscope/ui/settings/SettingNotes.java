package clipscope.ui.settings;

import clipscope.clip.ClipModel;
import clipscope.clip.engine.Processor;
import clipscope.language.Texts;
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

    private static final Texts TEXTS = Texts.beside(SettingNotes.class);

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
                        model().map(model -> TEXTS.get(
                                        "note.use", model.computed().device().words()))
                                .orElse("")),
                Map.entry(Setting.THREADS, TEXTS.get("note.threads", Processor.cores())),
                Map.entry(Setting.BATCH, batch()),
                Map.entry(
                        Setting.IMAGE_LIMIT,
                        TEXTS.get("note.limit", 6L * settings.images().limitMegapixels())),
                Map.entry(
                        Setting.THUMBNAILS,
                        TEXTS.get(
                                "note.thumbnails",
                                1_000_000L * settings.cache().thumbnailMegabytes() / BYTES_OF_A_THUMBNAIL)),
                Map.entry(
                        Setting.EMBEDDINGS,
                        looked.map(found -> TEXTS.get("note.present", ByteText.of(found.cached())))
                                .orElse("")),
                Map.entry(Setting.MODEL_FOLDER, TEXTS.get("note.use", modelFolder)),
                Map.entry(Setting.HUB, net.map(SettingNotes::hub).orElse("")),
                Map.entry(
                        Setting.PROXY,
                        net.flatMap(NetUse::proxyVariable)
                                .map(variable -> TEXTS.get("note.variable", variable))
                                .orElse("")),
                Map.entry(Setting.TOKEN, net.map(SettingNotes::token).orElse("")));
    }

    private Optional<ClipModel> model() {
        return desk.slot().model();
    }

    private static String precision(ClipModel model) {
        return TEXTS.get(
                "note.precision", model.precision().label(), model.computed().reason());
    }

    private String batch() {
        return desk.pipeline().imagesPerSecond() > 0
                ? TEXTS.get("note.present", desk.pipeline().batch())
                : "";
    }

    private static String hub(NetUse net) {
        return net.hubVariable()
                .map(variable -> TEXTS.get("note.hub", variable, net.hub()))
                .orElse(TEXTS.get("note.use", net.hub()));
    }

    private static String token(NetUse net) {
        return switch (net.token()) {
            case NOWHERE -> "";
            case ENVIRONMENT -> TEXTS.get("note.token.environment");
            case SETTINGS -> TEXTS.get("note.token.settings");
            case LOGIN_FILE -> TEXTS.get("note.token.login");
        };
    }
}
