package clipscope.ui.classify;

import clipscope.language.Texts;
import clipscope.ui.classify.labels.LabelRow.Beside;
import clipscope.ui.classify.labels.LabelsView;
import clipscope.ui.classify.sets.LabelsMenu;
import clipscope.ui.control.Page;
import clipscope.ui.control.Page.KeyHint;
import clipscope.ui.control.PageView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The workspace for one image at a time.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ClassifyView implements PageView {

    private static final Texts TEXTS = Texts.beside(ClassifyView.class);

    private static final String ID = "classify";

    private static final double NARROW = 1050; // pixels

    private final VBox root = new VBox();

    /// {@return the page, not built yet}
    public static Page page(ClassifyViewModel model) {
        return new Page(
                ID, TEXTS.get("title"), Feather.BAR_CHART_2, Page.Kind.OF_PICTURES, () -> new ClassifyView(model));
    }

    public ClassifyView(ClassifyViewModel model) {
        root.setId(ID);
        root.getStyleClass().add("page");
        root.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("classify.css"))
                        .toExternalForm());
        Region picture = new PictureView(model.picture()).node();
        Region labels = new LabelsView(
                        model.labels(), model.scores(), new LabelsMenu(model.labels(), model.sets()).node())
                .node();
        GridPane halves = new GridPane();
        halves.getStyleClass().add("halves");
        halves.addRow(0, picture, labels);
        ColumnConstraints left = new ColumnConstraints();
        ColumnConstraints right = new ColumnConstraints();
        halves.getColumnConstraints().setAll(left, right);
        halves.widthProperty().subscribe(width -> {
            double share = width.doubleValue() < NARROW ? 40 : 50; // numbers need their place, a picture can shrink
            left.setPercentWidth(share);
            right.setPercentWidth(100 - share);
        });
        for (Region half : new Region[] {picture, labels}) {
            half.setMinWidth(0);
            GridPane.setVgrow(half, Priority.ALWAYS);
        }
        VBox.setVgrow(halves, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        halves,
                        new FilmstripView(
                                        model.filmstrip(),
                                        id -> model.labels().compareWith(Optional.of(new Beside.OfImage(id))))
                                .node());
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Left, Right", TEXTS.get("key.image")),
                new KeyHint("Alt+Left, Right", TEXTS.get("key.image.move")),
                new KeyHint("Up, Down", TEXTS.get("key.label")),
                new KeyHint("Alt+Up, Down", TEXTS.get("key.label.move")),
                new KeyHint("Enter or F2", TEXTS.get("key.label.edit")),
                new KeyHint("Space", TEXTS.get("key.label.out")),
                new KeyHint("Shift+Up, Down", TEXTS.get("key.labels")),
                new KeyHint("P", TEXTS.get("key.label.pin")),
                new KeyHint("E", TEXTS.get("key.label.effect")),
                new KeyHint("Delete", TEXTS.get("key.remove")),
                new KeyHint("C", TEXTS.get("key.compare")),
                new KeyHint("+, -, 0", TEXTS.get("key.zoom")));
    }

    @Override
    public Region node() {
        return root;
    }
}
