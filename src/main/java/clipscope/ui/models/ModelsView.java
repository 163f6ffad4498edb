package clipscope.ui.models;

import clipscope.clip.ModelCard;
import clipscope.language.Texts;
import clipscope.ui.control.Page;
import clipscope.ui.control.Page.KeyHint;
import clipscope.ui.control.PageView;
import clipscope.ui.control.Segments;
import clipscope.ui.fx.Appearance;
import clipscope.ui.models.ModelsContent.InUse;
import clipscope.ui.models.catalogue.CatalogueView;
import clipscope.ui.models.doctor.DoctorView;
import clipscope.ui.models.doctor.DoctorViewModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The workspace for the models themselves: those here and those that can be had, the one in use, and its
/// certificate.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ModelsView implements PageView {

    private static final Texts TEXTS = Texts.beside(ModelsView.class);

    /// The id of the page.
    public static final String ID = "models";

    private final ModelsViewModel model;
    private final HBox root = new HBox();
    private final VBox card = new VBox();
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.MODEL);

    /// What stands at the right.
    private enum Side {
        MODEL("side.model"),
        MACHINE("side.machine");

        private final String key;

        Side(String key) {
            this.key = key;
        }
    }

    /// {@return the page, not built yet}
    public static Page page(ModelsViewModel model, DoctorViewModel machine) {
        return new Page(ID, TEXTS.get("title"), Feather.CPU, Page.Kind.OF_OTHERS, () -> new ModelsView(model, machine));
    }

    public ModelsView(ModelsViewModel model, DoctorViewModel machine) {
        this.model = model;
        root.setId(ID);
        root.getStyleClass().add("page");
        Appearance.dress(root, ModelsView.class, "models.css");
        card.setId("models-card");
        card.getStyleClass().addAll("panel", "card");
        Region certificate = new CertificateView(model).node();
        VBox.setVgrow(certificate, Priority.ALWAYS);
        Region catalogue = new CatalogueView(
                        model.catalogue(), new CatalogueView.Opening(model::chooseFolder, model::chooseFile))
                .node();
        HBox.setHgrow(catalogue, Priority.ALWAYS);
        root.getChildren().setAll(catalogue, side(certificate, new DoctorView(machine)));
        model.contentProperty().subscribe(this::showCard);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Up, Down", TEXTS.get("key.walk")), new KeyHint("Enter", TEXTS.get("key.act")));
    }

    @Override
    public Region node() {
        return root;
    }

    private Region side(Region certificate, DoctorView doctor) {
        Segments<Side> choice = new Segments<>(
                "models-side",
                TEXTS.get("side"),
                List.of(Side.values()),
                shown -> TEXTS.get(shown.key),
                side,
                side::set);
        VBox.setVgrow(doctor.node(), Priority.ALWAYS);
        VBox box = new VBox();
        box.getStyleClass().add("side");
        side.subscribe(shown -> {
            switch (shown) {
                case MODEL -> box.getChildren().setAll(choice.node(), card, certificate);
                case MACHINE -> {
                    box.getChildren().setAll(choice.node(), doctor.node());
                    doctor.look();
                }
            }
        });
        return box;
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
        Label sign = new Label(TEXTS.get("use"), new FontIcon(Feather.CHECK_CIRCLE));
        sign.getStyleClass().add("in-use");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, sign);
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane lines = new GridPane();
        lines.getStyleClass().add("facts");
        line(lines, TEXTS.get("fact.architecture"), facts.architecture());
        line(
                lines,
                TEXTS.get("fact.precision"),
                TEXTS.get(
                        "precision",
                        inUse.computed().precision().label(),
                        inUse.computed().device().words()));
        line(lines, TEXTS.get("fact.embedding"), TEXTS.get("dimensions", facts.dimensions()));
        line(lines, TEXTS.get("fact.pictures"), new PictureSizeChoice(facts.picture(), model::pictureSize).node());
        line(lines, TEXTS.get("fact.text"), TEXTS.get("tokens", facts.contextLength()));
        card.getChildren().setAll(head, lines);
    }

    private static void line(GridPane lines, String name, String value) {
        line(lines, name, new Label(value));
    }

    private static void line(GridPane lines, String name, Node value) {
        Label key = new Label(name);
        key.getStyleClass().add("muted");
        key.setMinWidth(Region.USE_PREF_SIZE);
        lines.addRow(lines.getRowCount(), key, value);
    }
}
