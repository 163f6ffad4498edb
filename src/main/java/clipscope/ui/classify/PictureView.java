package clipscope.ui.classify;

import clipscope.problem.ProblemText;
import clipscope.session.ImageState;
import clipscope.ui.control.MessagePane;
import clipscope.ui.fx.FxImages;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The image looked at, large, with what the model does not see of it dimmed.
///
/// **Thread:** Confined to the JavaFX thread.
final class PictureView {

    private final PictureViewModel model;
    private final VBox root = new VBox();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label seen = new Label();
    private final StackPane area = new StackPane();
    private final PicturePane picture = new PicturePane();

    PictureView(PictureViewModel model) {
        this.model = model;
        root.setId("classify-picture");
        root.getStyleClass().add("panel");
        name.setId("classify-picture-name");
        name.getStyleClass().add("strong");
        facts.setId("classify-picture-facts");
        facts.getStyleClass().add("muted");
        facts.setMinWidth(Region.USE_PREF_SIZE);
        seen.setId("classify-picture-seen");
        seen.getStyleClass().add("muted");
        seen.setWrapText(true);
        seen.setMinHeight(Region.USE_PREF_SIZE);
        area.setMinSize(0, 0);
        area.getStyleClass().add("picture-area");
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox head = new HBox(name, facts);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.BASELINE_LEFT);
        root.getChildren().setAll(head, area, seen);
        model.stateProperty().subscribe(this::show);
    }

    Region node() {
        return root;
    }

    private void show(PictureState state) {
        Node node = switch (state) {
            case PictureState.None() -> {
                head("", "", Optional.empty());
                yield new MessagePane(
                        Feather.IMAGE, "No image", "Drop pictures here, paste them, or open them with Ctrl O.");
            }
            case PictureState.Loading(String of, var thumbnail) -> {
                head(of, "", Optional.empty());
                yield thumbnail
                        .<Node>map(pixels -> picture.show(FxImages.image(pixels), Optional.empty()))
                        .orElseGet(ProgressIndicator::new);
            }
            case PictureState.Shown(String of, var pixels, var about, var area) -> {
                head(of, about.map(PictureView::words).orElse(""), area);
                yield picture.show(FxImages.image(pixels), area);
            }
            case PictureState.Unusable(String of, var problem) -> {
                head(of, "", Optional.empty());
                yield new MessagePane(
                        Feather.ALERT_TRIANGLE, "This image cannot be used", ProblemText.of(problem), removeButton());
            }
        };
        node.setAccessibleText(name.getText() + " " + facts.getText());
        area.getChildren().setAll(node);
    }

    private Button removeButton() {
        Button remove = new Button("Remove it");
        remove.setId("classify-picture-remove");
        remove.setOnAction(_ -> model.remove());
        return remove;
    }

    private void head(String of, String about, Optional<SeenArea> visible) {
        name.setText(of);
        facts.setText(about);
        seen.setText(visible.map(PictureView::words).orElse(""));
    }

    private static String words(SeenArea part) {
        return part.cutAway() < 0.005
                ? "The model sees the whole picture."
                : String.format(
                        Locale.ROOT,
                        "The model sees the bright square: %.0f %% of the picture is cut away.",
                        Math.min(99, 100 * part.cutAway())); // something is left, be it ever so narrow
    }

    private static String words(ImageState.Decoded facts) {
        return "%,d × %,d".formatted(facts.width(), facts.height())
                + (facts.format().isEmpty() ? "" : " · " + facts.format())
                + (facts.turned() ? " · rotated by EXIF" : "");
    }
}
