package clipscope.settings;

import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Settings of the model.
///
/// @param recent folders of models opened, the latest first; the first is opened at the next start. Empty
///     means the
///     bundled one
/// @param precision what to compute in
/// @param device what to compute on
public record ModelSettings(List<Path> recent, Precision precision, Device device) {

    public static final ModelSettings DEFAULTS = new ModelSettings(List.of(), Precision.AUTO, Device.AUTO);

    private static final int MAX_RECENT = 8;

    public ModelSettings {
        recent = recent.stream().distinct().limit(MAX_RECENT).toList();
    }

    /// Settings with whatever device is there.
    public ModelSettings(List<Path> recent, Precision precision) {
        this(recent, precision, Device.AUTO);
    }

    public Optional<Path> latest() {
        return recent.stream().findFirst();
    }

    /// {@return the settings after a model was opened}
    public ModelSettings opened(Path location) {
        List<Path> all = new ArrayList<>(recent);
        all.remove(location);
        all.addFirst(location);
        return new ModelSettings(all, precision, device);
    }

    /// {@return the same with other models opened of late}
    public ModelSettings withRecent(List<Path> other) {
        return new ModelSettings(other, precision, device);
    }

    /// {@return how a model is to compute}
    public Computing computing() {
        return Computing.in(precision).on(device);
    }
}
