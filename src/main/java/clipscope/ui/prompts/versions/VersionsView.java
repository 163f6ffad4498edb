package clipscope.ui.prompts.versions;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.ui.control.PictureCache;
import clipscope.ui.control.Segments;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Two versions and what the second changes; or sums of prompts and what they find. A strip of images below.
///
/// **Thread:** Confined to the JavaFX thread.
public final class VersionsView {

    private static final Texts TEXTS = Texts.beside(VersionsView.class);

    private static final double LABELS_WIDTH = 156; // what stands there while it is empty is read in full

    private final VersionsViewModel versions;
    private final SumViewModel sum;
    private final Gallery gallery;
    private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.VERSIONS);
    private final VBox root = new VBox();

    private enum Tab {
        VERSIONS("tab.versions"),
        ARITHMETIC("tab.arithmetic");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    /// @param name of an image
    /// @param open goes to an image
    public VersionsView(
            VersionsViewModel versions,
            SumViewModel sum,
            PictureCache pictures,
            Function<? super ImageId, String> name,
            Consumer<? super ImageId> open) {
        this.versions = versions;
        this.sum = sum;
        this.gallery = new Gallery(pictures, name, open);
        root.setId("prompts-versions");
        root.getStyleClass().add("panel");
        Node fields = fields();
        Node terms = new TermsNode(sum, name).node();
        HBox.setHgrow(fields, Priority.ALWAYS);
        HBox.setHgrow(terms, Priority.ALWAYS);
        Node tabs = new Segments<>(
                        "prompts-versions-tab",
                        TEXTS.get("tabs"),
                        List.of(Tab.values()),
                        each -> TEXTS.get(each.key),
                        tab,
                        tab::set)
                .node();
        HBox head = new HBox();
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("line");
        Label note = new Label();
        note.setId("prompts-versions-note");
        note.getStyleClass().add("muted");
        VBox.setVgrow(gallery.node(), Priority.ALWAYS);
        root.getChildren().setAll(head, note, gallery.node());
        tab.subscribe(chosen -> {
            head.getChildren().setAll(tabs, chosen == Tab.VERSIONS ? fields : terms);
            note.textProperty().bind(chosen == Tab.VERSIONS ? versions.noteProperty() : sum.noteProperty());
            showImages();
        });
        versions.resultProperty().subscribe(this::showImages);
        sum.rankingProperty().subscribe(this::showImages);
    }

    public Region node() {
        return root;
    }

    /// A thumbnail has come.
    public void refresh() {
        gallery.refresh();
    }

    private Node fields() {
        Label against = new Label(TEXTS.get("against"));
        against.getStyleClass().add("muted");
        against.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(
                version("A", versions.firstProperty(), versions::setFirst),
                against,
                version("B", versions.secondProperty(), versions::setSecond));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        return line;
    }

    private static Node version(
            String side, ReadOnlyObjectProperty<Version> version, Consumer<? super Version> onChange) {
        TextField template = new TextField(version.get().template());
        template.setId("prompts-version-" + side);
        template.setAccessibleText(TEXTS.get("template.accessible", side));
        TextField labels = new TextField(version.get().labels());
        labels.setId("prompts-version-labels-" + side);
        labels.setAccessibleText(TEXTS.get("labels.accessible", side));
        labels.setPromptText(TEXTS.get("labels.hint"));
        labels.setTooltip(new Tooltip(TEXTS.get("labels.tip")));
        Runnable change = () -> onChange.accept(new Version(template.getText(), labels.getText()));
        template.textProperty().subscribe((_, _) -> change.run());
        labels.textProperty().subscribe((_, _) -> change.run());
        version.subscribe(now -> {
            if (!now.equals(new Version(template.getText(), labels.getText()))) {
                template.setText(now.template());
                labels.setText(now.labels());
            }
        });
        HBox both = new HBox(template, labels);
        both.getStyleClass().add("version");
        HBox.setHgrow(template, Priority.ALWAYS);
        HBox.setHgrow(both, Priority.ALWAYS);
        template.setMinWidth(80);
        labels.setPrefWidth(LABELS_WIDTH);
        labels.setMinWidth(LABELS_WIDTH);
        return both;
    }

    private void showImages() {
        gallery.show(
                switch (tab.get()) {
                    case VERSIONS ->
                        versions.resultProperty().get().map(VersionsResult::changed).orElse(List.of()).stream()
                                .map(Gallery.Entry::of)
                                .toList();
                    case ARITHMETIC ->
                        sum.rankingProperty().get().stream()
                                .map(Gallery.Entry::of)
                                .toList();
                });
    }
}
