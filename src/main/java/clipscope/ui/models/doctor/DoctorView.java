package clipscope.ui.models.doctor;

import clipscope.doctor.DiagnosisText;
import clipscope.language.Texts;
import clipscope.ui.control.MessagePane;
import clipscope.ui.control.Notes;
import clipscope.ui.fx.Appearance;
import clipscope.ui.models.graphics.GraphicsPane;
import clipscope.ui.problem.ProblemNotice;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What this machine is, with a button that copies all of it.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DoctorView {

    private static final Texts TEXTS = Texts.beside(DoctorView.class);

    private static final double NAMES = 125; // pixels: the longest name on one line

    private final DoctorViewModel model;
    private final VBox root = new VBox();
    private final VBox sections = new VBox();
    private final GraphicsPane graphics;
    private final Button copy = new Button(TEXTS.get("copy"), new FontIcon(Feather.COPY));

    public DoctorView(DoctorViewModel model) {
        this.model = model;
        this.graphics = new GraphicsPane(model.graphics());
        root.setId("models-doctor");
        root.getStyleClass().add("panel");
        root.getStylesheets().add(Appearance.sheet(DoctorView.class, "doctor.css"));
        sections.getStyleClass().add("sections");
        VBox all = new VBox(graphics.node(), sections);
        all.getStyleClass().add("all");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setId("models-doctor-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(head(), scroll);
        model.contentProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    /// Looks at the machine, for a person who wants to know.
    public void look() {
        model.look();
    }

    private HBox head() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button again = new Button(null, new FontIcon(Feather.REFRESH_CW));
        again.setId("models-doctor-again");
        again.getStyleClass().addAll("button-icon", "flat");
        again.setAccessibleText(TEXTS.get("look.again"));
        again.setTooltip(new Tooltip(TEXTS.get("look.again")));
        again.setOnAction(_ -> model.look());
        copy.setId("models-doctor-copy");
        copy.setAccessibleText(TEXTS.get("copy.accessible"));
        copy.setTooltip(new Tooltip(TEXTS.get("copy.tip")));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox head = new HBox(title, space, again, copy);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(DoctorContent content) {
        copy.setDisable(!(content instanceof DoctorContent.Known));
        sections.getChildren()
                .setAll(
                        switch (content) {
                            case DoctorContent.Looking() ->
                                List.<Node>of(new MessagePane(Feather.SEARCH, TEXTS.get("looking"), ""));
                            case DoctorContent.Failed(var problem) ->
                                List.<Node>of(new ProblemNotice(problem, List.of()).node());
                            case DoctorContent.Known(var diagnosis) ->
                                DiagnosisText.sections(diagnosis).stream()
                                        .map(DoctorView::section)
                                        .toList();
                        });
    }

    private static Node section(DiagnosisText.Section section) {
        Label title = new Label(section.title());
        title.getStyleClass().add("strong");
        GridPane lines = new GridPane();
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(names, values);
        for (DiagnosisText.Line line : section.lines()) {
            Label name = Notes.muted(line.name());
            Label value = new Label(line.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            value.setMaxWidth(Double.MAX_VALUE);
            name.getStyleClass().add("cell");
            value.getStyleClass().add("cell");
            name.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            lines.addRow(lines.getRowCount(), name, value);
        }
        VBox box = new VBox(title, lines);
        box.getStyleClass().add("section");
        return box;
    }
}
