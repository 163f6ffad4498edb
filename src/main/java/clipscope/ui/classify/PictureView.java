package clipscope.ui.classify;

import clipscope.clip.pixels.Framing;
import clipscope.image.PixelImage;
import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.session.ImageState;
import clipscope.ui.control.MessagePane;
import clipscope.ui.control.Segments;
import clipscope.ui.fx.FxImages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The image looked at, large, with what the model does not see of it dimmed.
///
/// **Thread:** Confined to the JavaFX thread.
final class PictureView {

    private static final Texts TEXTS = Texts.beside(PictureView.class);

    private static final double NARROW = 520; // pixels

    private final PictureViewModel model;
    private final VBox root = new VBox();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label seen = new Label();
    private final StackPane area = new StackPane();
    private final PicturePane picture = new PicturePane();
    private final InputsPane inputs = new InputsPane();
    private @Nullable PixelImage lastPixels;
    private @Nullable Image lastImage;

    PictureView(PictureViewModel model) {
        this.model = model;
        root.setId("classify-picture");
        root.getStyleClass().add("panel");
        name.setId("classify-picture-name");
        name.getStyleClass().add("strong");
        facts.setId("classify-picture-facts");
        facts.getStyleClass().add("muted");
        facts.setMinWidth(0);
        seen.setId("classify-picture-seen");
        seen.getStyleClass().add("muted");
        seen.setWrapText(true);
        seen.setMinHeight(Region.USE_PREF_SIZE);
        area.setMinSize(0, 0);
        area.getStyleClass().add("picture-area");
        VBox.setVgrow(area, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Segments<Framing> framing = new Segments<>(
                "classify-framing",
                TEXTS.get("picture"),
                List.of(Framing.values()),
                Framing::title,
                model.framingProperty(),
                model::setFraming);
        framing.node().setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, facts, space);
        head.getStyleClass().add("head");
        Hyperlink what = new Hyperlink();
        what.setId("classify-picture-inputs");
        what.setMinWidth(Region.USE_PREF_SIZE);
        what.setOnAction(_ -> model.showInputs(!model.inputsShownProperty().get()));
        model.inputsShownProperty()
                .subscribe(shown -> what.setText(shown ? TEXTS.get("picture.show") : TEXTS.get("inputs.show")));
        HBox.setHgrow(seen, Priority.ALWAYS);
        seen.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(seen, what);
        foot.getStyleClass().add("picture-foot");
        root.getChildren().setAll(head, area, foot);
        root.widthProperty().subscribe(width -> place(framing.node(), head, width.doubleValue()));
        model.stateProperty().subscribe(this::show);
    }

    Region node() {
        return root;
    }

    /// Beside the name where there is room, below it where there is not.
    private void place(Node framing, HBox head, double width) {
        boolean beside = width >= NARROW;
        if (beside && !head.getChildren().contains(framing)) {
            root.getChildren().remove(framing);
            head.getChildren().add(framing);
        } else if (!beside && !root.getChildren().contains(framing)) {
            head.getChildren().remove(framing);
            root.getChildren().add(1, framing);
        }
    }

    private void show(PictureState state) {
        Node node = switch (state) {
            case PictureState.None() -> {
                head("", "", "");
                yield new MessagePane(Feather.IMAGE, TEXTS.get("picture.none"), TEXTS.get("picture.none.hint"));
            }
            case PictureState.Loading(String of, var thumbnail) -> {
                head(of, "", "");
                yield thumbnail
                        .<Node>map(pixels -> picture.show(image(pixels), List.of()))
                        .orElseGet(ProgressIndicator::new);
            }
            case PictureState.Shown(String of, var pixels, var about, var parts, var framing) -> {
                head(of, about.map(PictureView::words).orElse(""), parts.isEmpty() ? "" : words(parts, framing));
                yield picture.show(image(pixels), parts);
            }
            case PictureState.Inputs(String of, var pictures, var framing) -> {
                PixelImage first = pictures.getFirst();
                head(of, "", words(pictures.size(), first.width(), first.height(), framing));
                yield inputs.show(pictures);
            }
            case PictureState.Unusable(String of, var problem) -> {
                head(of, "", "");
                yield new MessagePane(
                        Feather.ALERT_TRIANGLE, TEXTS.get("picture.unusable"), ProblemText.of(problem), removeButton());
            }
        };
        node.setAccessibleText(name.getText() + " " + facts.getText());
        area.getChildren().setAll(node);
    }

    private Button removeButton() {
        Button remove = new Button(TEXTS.get("picture.remove"));
        remove.setId("classify-picture-remove");
        remove.setOnAction(_ -> model.remove());
        return remove;
    }

    /// The same picture again, with other parts marked, keeps its place and size.
    private Image image(PixelImage pixels) {
        Image known = lastImage;
        if (known == null || !Objects.equals(pixels, lastPixels)) {
            known = FxImages.image(pixels);
            lastPixels = pixels;
            lastImage = known;
        }
        return known;
    }

    private void head(String of, String about, String visible) {
        name.setText(of);
        facts.setText(about);
        seen.setText(visible);
    }

    private String words(List<SeenArea> parts, Framing framing) {

        String seen = switch (framing) {
            case CROP -> words(parts.getFirst());
            case SQUASH -> TEXTS.get("seen.squashed");
            case PAD -> TEXTS.get("seen.padded");
            case FIVE_CROPS -> TEXTS.get("seen.five");
        };
        return framing == model.ownFraming() ? seen : TEXTS.get("seen.otherwise", seen);
    }

    private static String words(int count, int width, int height, Framing framing) {
        return count > 1
                ? TEXTS.get("inputs", count, width, height)
                : TEXTS.get(
                        "input",
                        width,
                        height,
                        TEXTS.get(
                                switch (framing) {
                                    case CROP -> "input.crop";
                                    case SQUASH -> "input.squash";
                                    case PAD -> "input.pad";
                                    case FIVE_CROPS -> "input.five";
                                }));
    }

    private static String words(SeenArea part) {
        return part.cutAway() < 0.005
                ? TEXTS.get("seen.whole")
                : TEXTS.get(
                        "seen.part", // something is left, be it ever so narrow
                        String.format(Locale.ROOT, "%.0f", Math.min(99, 100 * part.cutAway())));
    }

    private static String words(ImageState.Decoded facts) {
        return "%,d × %,d".formatted(facts.width(), facts.height())
                + (facts.format().isEmpty() ? "" : " · " + facts.format())
                + (facts.turned() ? " · " + TEXTS.get("turned") : "");
    }
}
