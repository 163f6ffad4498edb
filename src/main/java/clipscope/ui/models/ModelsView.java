package clipscope.ui.models;

import clipscope.clip.ModelCard;
import clipscope.ui.control.Page;
import clipscope.ui.fx.Appearance;
import clipscope.ui.models.ModelsContent.InUse;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The workspace for the models themselves: the one in use, its certificate, and those opened of late.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ModelsView implements Page {

    private final ModelsViewModel model;
    private final HBox root = new HBox();
    private final VBox card = new VBox();
    private final VBox list = new VBox();

    public ModelsView(ModelsViewModel model) {
        this.model = model;
        root.setId(id());
        root.getStyleClass().add("page");
        Appearance.dress(root, ModelsView.class, "models.css");
        card.setId("models-card");
        card.getStyleClass().addAll("panel", "card");
        VBox others = others();
        VBox.setVgrow(others, Priority.ALWAYS);
        VBox side = new VBox(card, others);
        side.getStyleClass().add("side");
        Region certificate = new CertificateView(model).node();
        HBox.setHgrow(certificate, Priority.ALWAYS);
        certificate.setMinWidth(0);
        root.getChildren().setAll(side, certificate);
        model.contentProperty().subscribe(this::showCard);
        model.entriesProperty().subscribe(this::showEntries);
    }

    @Override
    public String id() {
        return "models";
    }

    @Override
    public String title() {
        return "Models";
    }

    @Override
    public Ikon icon() {
        return Feather.CPU;
    }

    @Override
    public boolean needsPictures() {
        return false;
    }

    @Override
    public Region node() {
        return root;
    }

    private VBox others() {
        Label title = new Label("Models");
        title.getStyleClass().add("strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, openButton());
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("models-list");
        VBox others = new VBox(head, list);
        others.getStyleClass().addAll("panel", "others");
        return others;
    }

    private SplitMenuButton openButton() {
        MenuItem folder = new MenuItem("Folder…", new FontIcon(Feather.FOLDER));
        folder.setOnAction(_ -> model.chooseFolder());
        MenuItem file = new MenuItem("File…", new FontIcon(Feather.FILE));
        file.setOnAction(_ -> model.chooseFile());
        SplitMenuButton open = new SplitMenuButton(folder, file);
        open.setId("models-open");
        open.setText("Open model…");
        open.setOnAction(_ -> model.chooseFolder());
        return open;
    }

    private void showCard(ModelsContent content) {
        Optional<InUse> inUse = switch (content) {
            case ModelsContent.NoModel _, ModelsContent.Loading _, ModelsContent.NotLoaded _ -> Optional.empty();
            case ModelsContent.Reading(InUse used) -> Optional.of(used);
            case ModelsContent.Unread(InUse used, var _) -> Optional.of(used);
            case ModelsContent.Certified(InUse used, var _, var _) -> Optional.of(used);
        };
        inUse.ifPresent(this::describe);
        card.setVisible(inUse.isPresent());
        card.setManaged(inUse.isPresent());
    }

    private void describe(InUse inUse) {
        ModelCard facts = inUse.card();
        Label name = new Label(facts.name());
        name.getStyleClass().add("model-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label sign = new Label("in use", new FontIcon(Feather.CHECK_CIRCLE));
        sign.getStyleClass().add("in-use");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, sign);
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane lines = new GridPane();
        lines.getStyleClass().add("facts");
        line(lines, "architecture", facts.architecture());
        line(
                lines,
                "precision",
                "%s on %s"
                        .formatted(
                                inUse.computed().precision().label(),
                                inUse.computed().device().words()));
        line(lines, "embedding", "%,d dimensions".formatted(facts.dimensions()));
        line(lines, "picture", "%1$d × %1$d pixels".formatted(facts.imageSize()));
        line(lines, "text", "at most %,d tokens".formatted(facts.contextLength()));
        card.getChildren().setAll(head, lines);
    }

    private static void line(GridPane lines, String name, String value) {
        Label key = new Label(name);
        key.getStyleClass().add("muted");
        lines.addRow(lines.getRowCount(), key, new Label(value));
    }

    private void showEntries(List<ModelEntry> entries) {
        list.getChildren().setAll(entries.stream().map(this::row).toList());
    }

    private Node row(ModelEntry entry) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("entry-name");
        Label origin = new Label(entry.origin());
        origin.getStyleClass().add("entry-origin");
        origin.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        VBox words = new VBox(name, origin);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(words);
        content.setAlignment(Pos.CENTER_LEFT);
        if (entry.inUse()) {
            Label sign = new Label("in use", new FontIcon(Feather.CHECK_CIRCLE));
            sign.getStyleClass().add("in-use");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            content.getChildren().add(sign);
        }
        Button button = new Button(null, content);
        button.getStyleClass().addAll("flat", "entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText("%s%s".formatted(entry.name(), entry.inUse() ? ", in use" : ": open"));
        button.setTooltip(new Tooltip(entry.location().toString()));
        button.setOnAction(_ -> model.open(entry.location()));
        return button;
    }
}
