package clipscope.app;

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
    private final ShellViewModel shell;

    private ChosenSettings(Desk desk, ShellViewModel shell) {
        this.desk = desk;
        this.shell = shell;
    }

    /// Follows what is chosen, there and by the window's own key for light and dark.
    static void follow(SettingsViewModel chosen, Desk desk, ShellViewModel shell) {
        ChosenSettings effects = new ChosenSettings(desk, shell);
        shell.themeProperty().subscribe(theme -> chosen.change(Setting.THEME, theme));
        effects.apply(chosen.settingsProperty().get());
        chosen.settingsProperty().subscribe(effects::changed);
    }

    private void changed(Settings before, Settings now) {
        apply(now);
        if (!before.model().computing().equals(now.model().computing())) {
            shell.model().compute(now.model().computing()); // and no longer as the command line said
        }
    }

    private void apply(Settings now) {
        shell.themeProperty().set(now.window().theme());
        desk.pipeline().batchOf(now.model().batch());
        desk.thumbnails().limitTo(now.cache().thumbnailMegabytes());
    }
}
