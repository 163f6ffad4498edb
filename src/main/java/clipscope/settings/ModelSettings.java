package clipscope.settings;

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
public record ModelSettings(List<Path> recent, Precision precision) {

    public static final ModelSettings DEFAULTS = new ModelSettings(List.of(), Precision.AUTO);

    private static final int MAX_RECENT = 8;

    public ModelSettings {
        recent = recent.stream().distinct().limit(MAX_RECENT).toList();
    }

    public Optional<Path> latest() {
        return recent.stream().findFirst();
    }

    /// {@return the settings after a model was opened}
    public ModelSettings opened(Path location) {
        List<Path> all = new ArrayList<>(recent);
        all.remove(location);
        all.addFirst(location);
        return new ModelSettings(all, precision);
    }
}
