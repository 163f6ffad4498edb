package clipscope.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import clipscope.settings.WindowSettings;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// Light or dark, as the person chose or as the system is, for everything the application shows.
///
/// **Thread:** Confined to the JavaFX thread.
public final class Appearance {

    private static final String THEME = Objects.requireNonNull(Appearance.class.getResource("/clipscope/ui/theme.css"))
            .toExternalForm();

    private final ObjectBinding<ColorScheme> scheme; // a field: JavaFX holds bindings weakly

    /// Follows both from now on.
    ///
    /// @param system `Platform.getPreferences().colorSchemeProperty()`, or a test's
    public Appearance(ObservableValue<WindowSettings.Theme> chosen, ObservableValue<ColorScheme> system) {
        scheme = Bindings.createObjectBinding(
                () -> switch (chosen.getValue()) {
                    case SYSTEM -> system.getValue();
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                },
                chosen,
                system);
        scheme.subscribe(Appearance::show);
    }

    /// {@return what is shown now}
    public ObservableValue<ColorScheme> scheme() {
        return scheme;
    }

    /// Gives the root of a window our colours, and the style sheet that lies beside its class.
    ///
    /// @param sheet the name of the style sheet: `shell.css`
    public static void dress(Parent root, Class<?> owner, String sheet) {
        root.getStylesheets().addAll(THEME, sheet(owner, sheet));
    }

    /// {@return the address of a style sheet that lies beside a class}
    public static String sheet(Class<?> owner, String name) {
        return Objects.requireNonNull(owner.getResource(name), name).toExternalForm();
    }

    private static void show(ColorScheme scheme) {
        Application.setUserAgentStylesheet(
                switch (scheme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    /// {@return whether the system wants nothing to move without need}
    public static boolean reducedMotion() {
        return Platform.getPreferences().isReducedMotion();
    }
}
