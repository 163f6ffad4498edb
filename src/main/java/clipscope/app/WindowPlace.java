package clipscope.app;

import clipscope.settings.WindowSettings;
import clipscope.settings.WindowSettings.Corner;
import clipscope.ui.fx.Debounce;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Where the window is: put where it was the last time, or wholly on a screen that is still there, and noted
/// for the next time.
///
/// **Thread:** Confined to the JavaFX thread.
final class WindowPlace {

    private static final Dimension2D LEAST = new Dimension2D(960, 560); // the bar above and the rail need as much
    private static final double TITLE_BAR = 48; // pixels, the highest of the usual ones
    private static final double FRAME = 4; // pixels, left and right together
    private static final Duration SETTLED =
            Duration.millis(300); // a window that fills its screen changes its size first

    private final Stage stage;
    private final Debounce noting = new Debounce(SETTLED, this::note);
    private WindowSettings last; // not as large as a screen is

    WindowPlace(Stage stage, WindowSettings last) {
        this.stage = stage;
        this.last = last;
    }

    /// {@return the scene of the window, which is put in its place; still to be shown}
    Scene put(Parent root) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Dimension2D least = least(screens);
        stage.setMinWidth(least.getWidth());
        stage.setMinHeight(least.getHeight());
        Rectangle2D place = fit(last.width(), last.height(), last.corner(), screens);
        last = last.withPlace(
                place.getWidth(),
                place.getHeight(),
                last.corner().map(_ -> new Corner(place.getMinX(), place.getMinY())),
                last.maximized());
        Scene scene = new Scene(root, place.getWidth(), place.getHeight());
        stage.setScene(scene);
        if (last.corner().isPresent()) { // else the system has places for new windows
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
        }
        stage.setMaximized(last.maximized());
        if (last.maximized()) {
            giveBackSizeTo(scene);
        }
        List.of(stage.xProperty(), stage.yProperty(), scene.widthProperty(), scene.heightProperty())
                .forEach(each -> each.subscribe(_ -> noting.request()));
        return scene;
    }

    /// A window that comes filling its screen has no size of its own for the system to give back to it later.
    private void giveBackSizeTo(Scene scene) {
        stage.maximizedProperty().subscribe((_, filling) -> {
            if (!filling) {
                WindowSettings before = last;
                new Debounce(SETTLED, () -> goTo(before, scene)).request();
            }
        });
    }

    private void goTo(WindowSettings place, Scene scene) {
        if (!stage.isMaximized()) {
            stage.setWidth(place.width() + stage.getWidth() - scene.getWidth());
            stage.setHeight(place.height() + stage.getHeight() - scene.getHeight());
            place.corner().ifPresent(corner -> {
                stage.setX(corner.x());
                stage.setY(corner.y());
            });
        }
    }

    /// {@return settings with the place that the window has now}
    WindowSettings in(WindowSettings settings) {
        note();
        return settings.withPlace(last.width(), last.height(), last.corner(), stage.isMaximized());
    }

    private void note() {
        if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            last = last.withPlace(
                    stage.getScene().getWidth(),
                    stage.getScene().getHeight(),
                    Optional.of(new Corner(stage.getX(), stage.getY())),
                    false);
        }
    }

    /// {@return how small a window may be made, frame included: not larger than any of the screens, else on
    /// that one its edges could not be reached}
    static Dimension2D least(List<Rectangle2D> screens) {
        double width = screens.stream().mapToDouble(Rectangle2D::getWidth).min().orElseThrow();
        double height =
                screens.stream().mapToDouble(Rectangle2D::getHeight).min().orElseThrow();
        return new Dimension2D(Math.min(LEAST.getWidth(), width), Math.min(LEAST.getHeight(), height));
    }

    /// {@return where a window goes, and how large it is without its frame} It stays where every part of it
    /// can be seen; else it goes wholly onto the screen that most of it was on, or into the middle of the
    /// first.
    ///
    /// @param width of the window without its frame, in pixels; so is the height
    /// @param corner of its frame; empty for a window that was never anywhere
    /// @param screens what windows may cover of them; at least one
    static Rectangle2D fit(double width, double height, Optional<Corner> corner, List<Rectangle2D> screens) {
        return corner.map(at -> new Rectangle2D(at.x(), at.y(), width, height))
                .map(window -> stay(window, screens))
                .orElseGet(() -> middle(screens.getFirst(), width, height));
    }

    private static Rectangle2D stay(Rectangle2D window, List<Rectangle2D> screens) {
        double seen = screens.stream().mapToDouble(each -> common(each, window)).sum();
        if (seen >= window.getWidth() * window.getHeight()) {
            return window;
        }
        if (seen == 0) {
            return middle(screens.getFirst(), window.getWidth(), window.getHeight());
        }
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(each -> common(each, window)))
                .orElseThrow();
        double width = Math.min(window.getWidth(), screen.getWidth() - FRAME);
        double height = Math.min(window.getHeight(), screen.getHeight() - TITLE_BAR);
        return new Rectangle2D(
                between(screen.getMinX(), window.getMinX(), screen.getMaxX() - FRAME - width),
                between(screen.getMinY(), window.getMinY(), screen.getMaxY() - TITLE_BAR - height),
                width,
                height);
    }

    /// {@return a window of that size, or as large as the screen has room for}
    private static Rectangle2D middle(Rectangle2D screen, double width, double height) {
        double roomWidth = screen.getWidth() - FRAME;
        double roomHeight = screen.getHeight() - TITLE_BAR;
        double fittingWidth = Math.min(width, roomWidth);
        double fittingHeight = Math.min(height, roomHeight);
        return new Rectangle2D(
                screen.getMinX() + (roomWidth - fittingWidth) / 2,
                screen.getMinY() + (roomHeight - fittingHeight) / 2,
                fittingWidth,
                fittingHeight);
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(value, most));
    }

    /// {@return the area that both cover, in pixels}
    private static double common(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
