package clipscope.settings;

import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Settings of the model.
///
/// @param recent folders of models opened, the latest first; the first is opened at the next start. Empty
///     means the bundled one
/// @param precision what to compute in
/// @param device what to compute on
/// @param threads how many compute; empty for one on each core
/// @param batch how many pictures are encoded at a time; empty for about a tenth of a second's
public record ModelSettings(
        List<Path> recent, Precision precision, Device device, OptionalInt threads, OptionalInt batch) {

    private static final Texts TEXTS = Texts.beside(ModelSettings.class);

    public static final ModelSettings DEFAULTS = new ModelSettings(List.of(), Precision.AUTO);

    public static final int MOST_THREADS = 256;

    public static final int MOST_IN_A_BATCH = 128;

    private static final int MAX_RECENT = 8;

    public ModelSettings {
        recent = recent.stream().distinct().limit(MAX_RECENT).toList();
        require(threads, MOST_THREADS);
        require(batch, MOST_IN_A_BATCH);
    }

    /// Settings with everything else as fast as this machine can.
    public ModelSettings(List<Path> recent, Precision precision) {
        this(recent, precision, Device.AUTO, OptionalInt.empty(), OptionalInt.empty());
    }

    private static void require(OptionalInt value, int most) {
        value.ifPresent(number -> {
            if (number < 1 || number > most) {
                throw new IllegalArgumentException(TEXTS.get("fault.number", most));
            }
        });
    }

    public Optional<Path> latest() {
        return recent.stream().findFirst();
    }

    /// {@return the settings after a model was opened}
    public ModelSettings opened(Path location) {
        List<Path> all = new ArrayList<>(recent);
        all.remove(location);
        all.addFirst(location);
        return withRecent(all);
    }

    /// {@return the same with other models opened of late}
    public ModelSettings withRecent(List<Path> other) {
        return new ModelSettings(other, precision, device, threads, batch);
    }

    public ModelSettings withPrecision(Precision other) {
        return new ModelSettings(recent, other, device, threads, batch);
    }

    public ModelSettings withDevice(Device other) {
        return new ModelSettings(recent, precision, other, threads, batch);
    }

    public ModelSettings withThreads(OptionalInt other) {
        return new ModelSettings(recent, precision, device, other, batch);
    }

    public ModelSettings withBatch(OptionalInt other) {
        return new ModelSettings(recent, precision, device, threads, other);
    }

    /// {@return how a model is to compute}
    public Computing computing() {
        return Computing.in(precision).on(device).withThreads(threads);
    }
}
