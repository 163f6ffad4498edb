package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import clipscope.settings.WindowSettings.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FxTest
class AppearanceTest {

    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();

    private final ObjectProperty<Theme> chosen = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final Appearance appearance = new Appearance(chosen, system);

    @AfterEach
    void lightAgain() {
        chosen.set(Theme.LIGHT);
    }

    @Test
    void itFollowsTheSystemUntilThePersonChooses() {
        assertEquals(LIGHT, Application.getUserAgentStylesheet());

        system.set(ColorScheme.DARK);
        assertEquals(DARK, Application.getUserAgentStylesheet());

        chosen.set(Theme.LIGHT);
        assertEquals(LIGHT, Application.getUserAgentStylesheet());
        assertEquals(ColorScheme.LIGHT, appearance.scheme().getValue());

        chosen.set(Theme.DARK);
        system.set(ColorScheme.LIGHT);
        assertEquals(DARK, Application.getUserAgentStylesheet());
    }

    @Test
    void pagesAreDarkerThanPanelsInLightAndInDark() {
        assertEquals(Color.web("#f6f8fa"), background("-cs-page")); // bg-subtle of Primer Light
        assertEquals(Color.web("#ffffff"), background("-cs-surface")); // its bg-default
        chosen.set(Theme.DARK);
        assertEquals(Color.web("#0d1117"), background("-cs-page")); // bg-default of Primer Dark
        assertEquals(Color.web("#161b22"), background("-cs-surface")); // its bg-subtle
    }

    private static Color background(String variable) {
        StackPane pane = new StackPane();
        pane.setStyle("-fx-background-color: " + variable);
        StackPane root = new StackPane(pane);
        Appearance.dress(root, Appearance.class, "/clipscope/ui/theme.css");
        return Snapshots.of(new Scene(root, 10, 10)).getPixelReader().getColor(5, 5);
    }
}
