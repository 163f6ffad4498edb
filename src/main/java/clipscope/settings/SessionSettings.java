package clipscope.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Settings of sessions.
///
/// @param recent files of sessions opened or saved, the latest first
public record SessionSettings(List<Path> recent) {

    public static final SessionSettings DEFAULTS = new SessionSettings(List.of());

    private static final int MAX_RECENT = 8;

    public SessionSettings {
        recent = recent.stream().distinct().limit(MAX_RECENT).toList();
    }

    /// {@return the settings after a session was opened or saved}
    public SessionSettings used(Path file) {
        List<Path> all = new ArrayList<>(recent);
        all.remove(file);
        all.addFirst(file);
        return new SessionSettings(all);
    }
}
