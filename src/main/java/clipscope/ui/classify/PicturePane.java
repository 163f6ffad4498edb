package clipscope.ui.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A picture as large as its place allows, but not so large that its pixels show, with the parts that the
/// model sees marked. The wheel and `+` and `-` make it larger and smaller, the mouse moves it, a double
/// click or `0` shows all of it again.
///
/// **Thread:** Confined to the JavaFX thread.
final class PicturePane extends Region {

    private static final double MAX_SCALE = 2; // of a picture that nobody has made larger
    private static final double MAX_ZOOM = 32;
    private static final double STEP = 1.25;

    private final ImageView view = new ImageView();
    private final List<Region> shades =
            Stream.generate(() -> region("shade")).limit(4).toList(); // left, right, above, below
    private final List<Region> frames = new ArrayList<>();
    private List<SeenArea> seen = List.of();
    private double zoom = 1;
    private Point2D moved = Point2D.ZERO; // of the picture's middle, in pixels of the window
    private Point2D grabbed = Point2D.ZERO;

    PicturePane() {
        view.setSmooth(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getStyleClass().add("picture-pane");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Shows a picture, all of it; one that is shown already stays as large as it is.
    ///
    /// @param parts what the model sees; the rest is dimmed if it is one part
    PicturePane show(Image image, List<SeenArea> parts) {
        if (image != view.getImage()) {
            view.setImage(image);
            fit();
        }
        seen = parts.stream().filter(part -> part.cutAway() > 0).toList();
        frames.clear();
        seen.forEach(_ -> frames.add(region("seen-frame")));
        shades.forEach(shade -> shade.setVisible(seen.size() == 1));
        getChildren().setAll(view);
        getChildren().addAll(shades);
        getChildren().addAll(frames);
        requestLayout();
        return this;
    }

    /// {@return how many times larger than to fit the picture is shown}
    double zoom() {
        return zoom;
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image == null) {
            return;
        }
        double scale = scale(image);
        double width = Math.rint(image.getWidth() * scale);
        double height = Math.rint(image.getHeight() * scale);
        moved = held(moved, width, height);
        double x = Math.rint((getWidth() - width) / 2 + moved.getX());
        double y = Math.rint((getHeight() - height) / 2 + moved.getY());
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setSmooth(scale < 3); // so near, the pixels are what one wants to see
        view.relocate(x, y);
        for (int i = 0; i < seen.size(); i++) {
            SeenArea area = seen.get(i);
            double left = Math.rint(area.left() * width);
            double top = Math.rint(area.top() * height);
            double right = Math.rint((area.left() + area.width()) * width);
            double bottom = Math.rint((area.top() + area.height()) * height);
            frames.get(i).resizeRelocate(x + left, y + top, right - left, bottom - top);
            if (seen.size() == 1) {
                shades.get(0).resizeRelocate(x, y, left, height);
                shades.get(1).resizeRelocate(x + right, y, width - right, height);
                shades.get(2).resizeRelocate(x + left, y, right - left, top);
                shades.get(3).resizeRelocate(x + left, y + bottom, right - left, height - bottom);
            }
        }
    }

    private double scale(Image image) {
        double fit = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        return Math.min(MAX_SCALE, fit) * zoom;
    }

    /// A picture that is larger than its place does not leave it, one that is smaller stays in the middle.
    private Point2D held(Point2D offset, double width, double height) {
        double x = Math.max(0, (width - getWidth()) / 2);
        double y = Math.max(0, (height - getHeight()) / 2);
        return new Point2D(Math.clamp(offset.getX(), -x, x), Math.clamp(offset.getY(), -y, y));
    }

    private void fit() {
        zoom = 1;
        moved = Point2D.ZERO;
        setCursor(Cursor.DEFAULT);
        requestLayout();
    }

    /// What is under the point stays there.
    private void zoom(double factor, double x, double y) {
        double wanted = Math.clamp(zoom * factor, 1, MAX_ZOOM);
        Point2D fromMiddle = new Point2D(x - getWidth() / 2, y - getHeight() / 2);
        moved = fromMiddle.subtract(fromMiddle.subtract(moved).multiply(wanted / zoom));
        zoom = wanted;
        setCursor(zoom > 1 ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        requestLayout();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        grabbed = new Point2D(event.getX(), event.getY()).subtract(moved);
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && zoom > 1) {
            moved = new Point2D(event.getX(), event.getY()).subtract(grabbed);
            requestLayout();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.isStillSincePress()) {
            if (zoom > 1) {
                fit();
            } else {
                zoom(4, event.getX(), event.getY());
            }
        }
    }

    private void keyPressed(KeyEvent event) {
        double step = getWidth() / 10;
        switch (event.getText()) {
            case "+", "=" -> zoom(STEP, getWidth() / 2, getHeight() / 2);
            case "-" -> zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
            case "0" -> fit();
            default -> {
                switch (event.getCode()) {
                    case LEFT -> move(step, 0);
                    case RIGHT -> move(-step, 0);
                    case UP -> move(0, step);
                    case DOWN -> move(0, -step);
                    default -> {
                        return;
                    }
                }
            }
        }
        event.consume();
    }

    private void move(double x, double y) {
        moved = moved.add(x, y);
        requestLayout();
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }
}
