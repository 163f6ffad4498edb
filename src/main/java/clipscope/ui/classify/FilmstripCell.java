package clipscope.ui.classify;

import clipscope.embedding.ImageId;
import clipscope.ui.control.PictureCache;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One image of the film strip: thumbnail, name, state; dragged to another place.
///
/// **Thread:** Confined to the JavaFX thread.
final class FilmstripCell extends ListCell<ImageId> {

    private static final double WIDTH = 90;
    private static final double HEIGHT = 64;
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");
    private static final String DRAGGED = "clipscope-image:";

    private final FilmstripViewModel model;
    private final PictureCache pictures;
    private final Map<ImageId, FilmstripCell> inSight;
    private final ImageView view = new ImageView();
    private final FontIcon sign = new FontIcon(Feather.IMAGE);
    private final StackPane frame = new StackPane(sign, view);
    private final Label name = new Label();
    private final Label best = new Label();
    private final VBox tile = new VBox(frame, name, best);

    /// @param inSight keeps itself there under the image it shows
    FilmstripCell(FilmstripViewModel model, PictureCache pictures, Map<ImageId, FilmstripCell> inSight) {
        this.model = model;
        this.pictures = pictures;
        this.inSight = inSight;
        view.setPreserveRatio(true);
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        frame.getStyleClass().add("frame");
        frame.setMinSize(WIDTH + 4, HEIGHT + 4);
        frame.setMaxSize(WIDTH + 4, HEIGHT + 4);
        name.setMaxWidth(WIDTH);
        name.getStyleClass().add("name");
        best.setMaxWidth(WIDTH);
        best.getStyleClass().add("best");
        tile.setAlignment(Pos.TOP_CENTER);
        tile.getStyleClass().add("tile");
        setOnDragDetected(this::dragDetected);
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dragDropped);
    }

    /// Shows the image's state of now.
    void refresh() {
        ImageId id = getItem();
        if (id == null) {
            return;
        }
        FilmstripItem item = model.item(id);
        view.setImage(pictures.get(id).orElse(null));
        name.setText(item.name());
        best.setText(item.best());
        boolean unusable = item.stage() == FilmstripItem.Stage.UNUSABLE;
        sign.setIconCode(unusable ? Feather.ALERT_TRIANGLE : Feather.IMAGE);
        sign.setVisible(unusable || view.getImage() == null); // a narrow picture would let it show beside itself
        pseudoClassStateChanged(WAITING, item.stage() == FilmstripItem.Stage.WAITING);
        pseudoClassStateChanged(UNUSABLE, unusable);
        setAccessibleText(
                item.name() + ", " + (item.best().isEmpty() ? item.stage().words() : item.best()));
    }

    @Override
    protected void updateItem(ImageId id, boolean empty) {
        ImageId before = getItem();
        if (before != null) {
            inSight.remove(before, this);
        }
        super.updateItem(id, empty);
        if (empty || id == null) {
            setGraphic(null);
        } else {
            inSight.put(id, this);
            setGraphic(tile);
            refresh();
        }
    }

    private void dragDetected(MouseEvent event) {
        ImageId id = getItem();
        if (id != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(DRAGGED + id.number());
            startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        }
    }

    /// Files from outside are not for the strip: they go on to the window.
    private void dragOver(DragEvent event) {
        if (event.getGestureSource() instanceof FilmstripCell && event.getGestureSource() != this) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
        }
    }

    private void dragDropped(DragEvent event) {
        ImageId target = getItem();
        if (event.getGestureSource() instanceof FilmstripCell source && source.getItem() != null && target != null) {
            if (source.getIndex() < getIndex()) {
                model.moveAfter(source.getItem(), target);
            } else {
                model.moveBefore(source.getItem(), target);
            }
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
