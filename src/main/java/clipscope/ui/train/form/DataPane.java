package clipscope.ui.train.form;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.train.data.DataProblem;
import clipscope.train.data.DataProblemText;
import clipscope.train.data.PairData;
import clipscope.ui.control.Notes;
import clipscope.ui.problem.ProblemNotice;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pictures to learn from: their folder, how many there are, what is wrong with them.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DataPane {

    private static final Texts TEXTS = Texts.beside(DataPane.class);

    private static final int LISTED = 100; // problems; more than a person reads

    private final DataViewModel model;
    private final VBox root = new VBox();
    private final VBox facts = new VBox();

    public DataPane(DataViewModel model) {
        this.model = model;
        Label title = new Label(TEXTS.get("data"));
        title.getStyleClass().add("strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button choose = new Button(TEXTS.get("data.folder"), new FontIcon(Feather.FOLDER));
        choose.setId("train-folder");
        choose.setAccessibleText(TEXTS.get("data.folder.accessible"));
        choose.setOnAction(_ -> model.choose());
        HBox head = new HBox(title, space, choose);
        head.setAlignment(Pos.CENTER_LEFT);
        facts.setId("train-data");
        facts.getStyleClass().add("facts");
        root.getStyleClass().add("section");
        root.getChildren().setAll(head, facts);
        model.contentProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private void show(DataContent content) {
        facts.getChildren()
                .setAll(
                        switch (content) {
                            case DataContent.NoFolder() -> List.of(Notes.muted(TEXTS.get("data.hint")));
                            case DataContent.Reading(Path folder, int done, int all) -> reading(folder, done, all);
                            case DataContent.Found(Path folder, PairData data) -> found(folder, data);
                            case DataContent.Refused(Path folder, Problem problem) ->
                                List.of(
                                        name(folder),
                                        new ProblemNotice(
                                                        problem,
                                                        List.of(new ProblemNotice.Action(
                                                                TEXTS.get("data.again"), () -> model.read(folder))))
                                                .node());
                        });
    }

    private static List<Node> reading(Path folder, int done, int all) {
        ProgressBar bar = new ProgressBar(all == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / all);
        bar.setMaxWidth(Double.MAX_VALUE);
        return List.of(name(folder), bar, Notes.muted(TEXTS.get("data.reading", done, all)));
    }

    private static List<Node> found(Path folder, PairData data) {
        Label counts = new Label(
                TEXTS.get("data.counts", data.training().size(), data.heldOut().size()));
        Label captions = Notes.muted(
                TEXTS.get("data.captions", data.captions(), data.form().words()));
        return data.problems().isEmpty()
                ? List.of(name(folder), counts, captions)
                : List.of(name(folder), counts, captions, problems(folder, data.problems()));
    }

    private static Node problems(Path folder, List<DataProblem> problems) {
        VBox lines = new VBox();
        lines.getStyleClass().add("problems");
        problems.stream()
                .limit(LISTED)
                .map(each -> Notes.muted(DataProblemText.of(each, folder) + "."))
                .forEach(lines.getChildren()::add);
        if (problems.size() > LISTED) {
            lines.getChildren().add(Notes.muted(TEXTS.get("data.more", problems.size() - LISTED)));
        }
        TitledPane pane = new TitledPane(TEXTS.get("data.problems", problems.size()), lines);
        pane.setId("train-problems");
        pane.setExpanded(problems.size() <= 3);
        pane.setAnimated(false);
        return pane;
    }

    private static Label name(Path folder) {
        Label name = new Label(folder.toString());
        name.getStyleClass().add("folder");
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setTooltip(new Tooltip(folder.toString()));
        return name;
    }
}
