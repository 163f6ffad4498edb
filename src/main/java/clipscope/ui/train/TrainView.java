package clipscope.ui.train;

import clipscope.language.Texts;
import clipscope.ui.control.Page;
import clipscope.ui.control.PageView;
import clipscope.ui.fx.Appearance;
import clipscope.ui.train.begun.BegunPane;
import clipscope.ui.train.course.CourseView;
import clipscope.ui.train.form.DataContent;
import clipscope.ui.train.form.DataPane;
import clipscope.ui.train.form.FormPane;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The workspace for a model of one's own: what it learns from and how at the left, how it goes at the right.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TrainView implements PageView {

    private static final Texts TEXTS = Texts.beside(TrainView.class);

    private static final String ID = "train";

    private final TrainViewModel model;
    private final HBox root = new HBox();
    private final Label fault = new Label();
    private final Button start = new Button(TEXTS.get("start"), new FontIcon(Feather.PLAY));

    /// {@return the page, not built yet}
    public static Page page(TrainViewModel model) {
        return new Page(ID, TEXTS.get("title"), Feather.TRENDING_UP, Page.Kind.OF_OTHERS, () -> new TrainView(model));
    }

    public TrainView(TrainViewModel model) {
        this.model = model;
        root.setId(ID);
        root.getStyleClass().add("page");
        Appearance.dress(root, TrainView.class, "train.css");
        Region course = new CourseView(model.course(), model.data()::choose).node();
        HBox.setHgrow(course, Priority.ALWAYS);
        course.setMinWidth(0);
        root.getChildren().setAll(side(), course);
        model.data().contentProperty().subscribe(_ -> showFault());
        model.course().contentProperty().subscribe(_ -> showFault());
        model.form().choices().forEach(each -> each.subscribe(_ -> showFault()));
        model.begun().begunProperty().subscribe(_ -> showFault());
        model.begun().anewProperty().subscribe(_ -> showFault());
    }

    @Override
    public boolean take(List<Path> files) {
        return model.take(files);
    }

    @Override
    public Region node() {
        return root;
    }

    private Region side() {
        VBox settings = new VBox(new DataPane(model.data()).node(), new FormPane(model.form()).node());
        settings.getStyleClass().add("settings");
        model.course()
                .contentProperty()
                .subscribe(_ -> settings.setDisable(model.course().running()));
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        start.setId("train-start");
        start.getStyleClass().add("accent");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> model.start());
        fault.setId("train-fault");
        fault.getStyleClass().add("muted");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        VBox side = new VBox(scroll, new BegunPane(model.begun()).node(), fault, start);
        side.getStyleClass().addAll("panel", "side");
        return side;
    }

    private void showFault() {
        boolean running = model.course().running();
        boolean ready = model.data().contentProperty().get() instanceof DataContent.Found;
        String words = running || !ready ? "" : model.form().fault();
        fault.setText(words);
        fault.setManaged(!words.isEmpty());
        fault.setVisible(!words.isEmpty());
        start.setDisable(running || !ready || !words.isEmpty() || model.begun().inTheWay());
        start.setText(TEXTS.get(model.begun().goesOn() ? "start.on" : "start"));
    }
}
