package clipscope.ui.prompts;

import clipscope.language.Texts;
import clipscope.ui.control.Page;
import clipscope.ui.control.Page.KeyHint;
import clipscope.ui.control.PageView;
import clipscope.ui.control.PictureCache;
import clipscope.ui.prompts.lab.LaboratoryView;
import clipscope.ui.prompts.lab.SideBySide;
import clipscope.ui.prompts.sentence.SentenceView;
import clipscope.ui.prompts.versions.VersionsView;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The workspace for the wording of prompts.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PromptsView implements PageView {

    private static final Texts TEXTS = Texts.beside(PromptsView.class);

    private static final String ID = "prompts";

    private static final double LAB_SHARE = 0.5;

    private final VBox root = new VBox();

    /// {@return the page, not built yet}
    public static Page page(PromptsViewModel model) {
        return new Page(ID, TEXTS.get("title"), Feather.EDIT_3, Page.Kind.OF_PICTURES, () -> new PromptsView(model));
    }

    public PromptsView(PromptsViewModel model) {
        PictureCache pictures = new PictureCache(model::thumbnail);
        Region lab = new LaboratoryView(model.laboratory(), new SideBySide(model::name, model::open)).node();
        Region sentence = new SentenceView(model.sentence()).node();
        VersionsView versions = new VersionsView(model.versions(), model.sum(), pictures, model::name, model::open);
        HBox upper = new HBox(lab, sentence);
        upper.getStyleClass().add("upper");
        HBox.setHgrow(lab, Priority.ALWAYS);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        for (Region panel : List.of(lab, sentence)) {
            panel.setMinWidth(0);
            panel.prefWidthProperty().bind(upper.widthProperty().multiply(LAB_SHARE));
        }
        VBox.setVgrow(upper, Priority.ALWAYS);
        sentence.setMinHeight(0); // it scrolls
        versions.node().setMinHeight(Region.USE_PREF_SIZE);
        root.setId(ID);
        root.getStyleClass().add("page");
        root.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("prompts.css"))
                        .toExternalForm());
        root.getChildren().setAll(upper, versions.node());
        root.sceneProperty().subscribe(scene -> model.setVisible(scene != null));
        model.picturesProperty().subscribe(versions::refresh);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Up, Down", TEXTS.get("key.template")),
                new KeyHint("Space", TEXTS.get("key.tick")),
                new KeyHint("Delete", TEXTS.get("key.remove")),
                new KeyHint("Enter", TEXTS.get("key.use")),
                new KeyHint("Tab", TEXTS.get("key.next")));
    }
}
