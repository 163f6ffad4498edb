package clipscope.app;

import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.settings.Setting;
import clipscope.settings.Settings;
import clipscope.ui.settings.SettingsViewModel;
import clipscope.ui.shell.ShellViewModel;

/// Makes what is chosen take effect in the window.
///
/// **Thread:** Confined to the JavaFX thread.
final class ChosenSettings {

    private final Desk desk;
    private final EmbeddingCache cache;
    private final ShellViewModel shell;

    private ChosenSettings(Desk desk, EmbeddingCache cache, ShellViewModel shell) {
        this.desk = desk;
        this.cache = cache;
        this.shell = shell;
    }

    /// Follows what is chosen, there and by the window's own key for light and dark.
    static void follow(SettingsViewModel chosen, Desk desk, EmbeddingCache cache, ShellViewModel shell) {
        ChosenSettings effects = new ChosenSettings(desk, cache, shell);
        shell.themeProperty().subscribe(theme -> chosen.change(Setting.THEME, theme));
        effects.apply(chosen.settingsProperty().get());
        chosen.settingsProperty().subscribe(effects::changed);
    }

    private void changed(Settings before, Settings now) {
        apply(now);
        if (!before.model().computing().equals(now.model().computing())) {
            shell.model().compute(now.model().computing()); // and no longer as the command line said
        }
        if (!before.cache().equals(now.cache())) {
            makeRoom();
        }
    }

    private void makeRoom() {
        var _ = desk.runners()
                .io()
                .<Boolean>submit(
                        _ -> {
                            cache.makeRoom();
                            return true;
                        },
                        _ -> {});
    }

    private void apply(Settings now) {
        shell.themeProperty().set(now.window().theme());
        desk.pipeline().batchOf(now.model().batch());
        desk.second().pipeline().batchOf(now.model().batch());
        desk.thumbnails().limitTo(now.cache().thumbnailMegabytes());
    }
}
