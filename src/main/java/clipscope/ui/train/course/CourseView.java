package clipscope.ui.train.course;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.train.own.CourseEnd;
import clipscope.train.own.Retrieval;
import clipscope.ui.control.MessagePane;
import clipscope.ui.control.Notes;
import clipscope.ui.problem.ProblemNotice;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How a training goes: what it shows while it runs, and how it ended. Before, what it takes.
///
/// **Thread:** Confined to the JavaFX thread.
public final class CourseView {

    private static final Texts TEXTS = Texts.beside(CourseView.class);

    private final CourseViewModel model;
    private final StackPane root = new StackPane();
    private final VBox head = new VBox();
    private final VBox course;
    private final Node lesson;

    /// @param chooseData asks for a folder of pictures to learn from
    public CourseView(CourseViewModel model, Runnable chooseData) {
        this.model = model;
        root.setId("train-course");
        root.getStyleClass().addAll("panel", "course");
        head.setId("train-head");
        head.getStyleClass().add("head");
        Region board = new CourseBoard(model).node();
        VBox.setVgrow(board, Priority.ALWAYS);
        course = new VBox(head, board);
        course.getStyleClass().add("running");
        lesson = lesson(chooseData);
        model.contentProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private void show(CourseContent content) {
        Node shown = switch (content) {
            case CourseContent.Nothing() -> lesson;
            case CourseContent.Preparing(String words) -> preparing(words);
            case CourseContent.Learning(boolean paused) ->
                headed(row(
                        title(paused ? TEXTS.get("paused") : TEXTS.get("learning")),
                        paused
                                ? button("resume", TEXTS.get("resume"), Feather.PLAY, model::resume)
                                : button("pause", TEXTS.get("pause"), Feather.PAUSE, model::pause),
                        button("finish", TEXTS.get("finish"), Feather.CHECK, model::finish),
                        button("leave", TEXTS.get("leave"), Feather.SQUARE, model::leave)));
            case CourseContent.Ending() -> headed(row(title(TEXTS.get("ending"))));
            case CourseContent.Left(int step) ->
                headed(row(title(TEXTS.get("stopped", step))), Notes.muted(TEXTS.get("stopped.hint")));
            case CourseContent.Done(CourseEnd.Model done) -> headed(ended(done));
            case CourseContent.Failed(Problem problem) -> headed(new ProblemNotice(problem, List.of()).node());
        };
        root.getChildren().setAll(shown);
    }

    private Node headed(Node... nodes) {
        head.getChildren().setAll(nodes);
        return course;
    }

    private static Node preparing(String words) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(40, 40);
        VBox box = new VBox(wheel, Notes.muted(words));
        box.setAlignment(Pos.CENTER);
        box.setSpacing(12);
        return box;
    }

    private static HBox row(Label title, Node... buttons) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space);
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node[] ended(CourseEnd.Model done) {
        Label sign = new Label(TEXTS.get("done"), new FontIcon(Feather.CHECK_CIRCLE));
        sign.getStyleClass().addAll("strong", "done");
        Button open = button("open", TEXTS.get("open"), Feather.CPU, () -> model.open(done.folder()));
        GridPane table = new GridPane();
        table.setId("train-figures");
        table.getStyleClass().add("figures");
        table.addRow(
                0,
                Notes.muted(TEXTS.get("figures")),
                Notes.muted(TEXTS.get("figures.before")),
                Notes.muted(TEXTS.get("figures.after", done.step())));
        figure(table, TEXTS.get("image.to.text"), done, Retrieval::imageFirst, Retrieval::imageFive);
        figure(table, TEXTS.get("text.to.image"), done, Retrieval::textFirst, Retrieval::textFive);
        return new Node[] {row(sign, open), Notes.muted(done.folder().toString()), table};
    }

    private static void figure(
            GridPane table,
            String name,
            CourseEnd.Model done,
            ToDoubleFunction<Retrieval> first,
            ToDoubleFunction<Retrieval> five) {
        table.addRow(
                table.getRowCount(),
                new Label(name),
                new Label(percents(first.applyAsDouble(done.before()), five.applyAsDouble(done.before()))),
                new Label(percents(first.applyAsDouble(done.best()), five.applyAsDouble(done.best()))));
    }

    private static String percents(double first, double five) {
        return String.format(Locale.ROOT, "%.1f %%   %.1f %%", 100 * first, 100 * five);
    }

    private static Node lesson(Runnable chooseData) {
        Button choose = new Button(TEXTS.get("lesson.choose"), new FontIcon(Feather.FOLDER));
        choose.setOnAction(_ -> chooseData.run());
        MessagePane pane =
                new MessagePane(Feather.TRENDING_UP, TEXTS.get("lesson"), TEXTS.get("lesson.words"), ways(), choose);
        pane.setId("train-lesson");
        return pane;
    }

    private static Node ways() {
        GridPane ways = new GridPane();
        ways.getStyleClass().add("ways");
        ways.setMaxWidth(Region.USE_PREF_SIZE);
        way(ways, TEXTS.get("way.captions"), TEXTS.get("way.captions.words"));
        way(ways, TEXTS.get("way.table"), TEXTS.get("way.table.words"));
        way(ways, TEXTS.get("way.folders"), TEXTS.get("way.folders.words"));
        return ways;
    }

    private static void way(GridPane ways, String name, String words) {
        Label key = new Label(name);
        key.getStyleClass().add("way");
        key.setMinWidth(Region.USE_PREF_SIZE);
        ways.addRow(ways.getRowCount(), key, Notes.muted(words));
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId("train-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().addAll("strong", "title");
        title.setMinWidth(0);
        return title;
    }
}
