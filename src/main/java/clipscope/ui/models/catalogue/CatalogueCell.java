package clipscope.ui.models.catalogue;

import clipscope.language.Texts;
import clipscope.problem.ByteText;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.task.Progress;
import clipscope.ui.control.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A model of the list: what it is, in numbers, and what can be done with it.
///
/// **Thread:** Confined to the JavaFX thread.
final class CatalogueCell extends ListCell<CatalogueRow> {

    private static final Texts TEXTS = Texts.beside(CatalogueCell.class);

    private static final String UNKNOWN = "–";
    private static final double SCROLL_BAR = 16; // pixels, with what is around it

    private final CatalogueViewModel model;
    private final ProgressBar bar = new ProgressBar();
    private final Label pace = new Label();
    private String asked = ""; // id of the model whose removal waits for a yes
    private @Nullable CatalogueRow shown;

    CatalogueCell(CatalogueViewModel model) {
        this.model = model;
        setPrefWidth(0); // as wide as the list, never wider
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("progress.accessible"));
        pace.getStyleClass().add("second");
        pace.setWrapText(true);
        pace.setMinHeight(USE_PREF_SIZE);
    }

    /// As high as its words are at the width of the list.
    @Override
    protected double computePrefHeight(double width) {
        ListView<CatalogueRow> list = getListView();
        if (list == null || !(getGraphic() instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        double inside = list.getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
        return snapSizeY(content.prefHeight(inside)) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable CatalogueRow row, boolean empty) {
        super.updateItem(row, empty);
        CatalogueRow before = shown;
        shown = empty ? null : row;
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
        } else if (before == null || !before.id().equals(row.id())) {
            asked = "";
            show(row);
        } else if (before.state() instanceof RowState.Coming && row.state() instanceof RowState.Coming now) {
            showProgress(now); // the buttons keep the focus and the pointer
        } else {
            show(row);
        }
    }

    private void show(CatalogueRow row) {
        VBox words = words(row);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(
                words,
                number(
                        row.facts().weightBytes().isPresent()
                                ? ByteText.of(row.facts().weightBytes().getAsLong())
                                : UNKNOWN,
                        CatalogueOrder.SIZE),
                number(
                        row.facts().imageNet().isPresent()
                                ? "%.1f".formatted(row.facts().imageNet().getAsDouble())
                                : UNKNOWN,
                        CatalogueOrder.ACCURACY),
                number(row.rate().isPresent() ? Words.rate(row.rate().getAsDouble()) : UNKNOWN, CatalogueOrder.SPEED),
                actions(row));
        line.getStyleClass().add("row");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(line);
        if (row.state() instanceof RowState.Failed(Problem problem)) {
            Label fault = new Label(ProblemText.of(problem), new FontIcon(Feather.ALERT_TRIANGLE));
            fault.getStyleClass().add("fault");
            fault.setWrapText(true);
            fault.setMinHeight(Region.USE_PREF_SIZE);
            all.getChildren().add(fault);
        }
        setGraphic(all);
        setAccessibleText("%s, %s, %s".formatted(row.title(), row.by(), row.goodFor()));
    }

    private VBox words(CatalogueRow row) {
        Label title = new Label(row.title());
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(title);
        first.getStyleClass().add("first");
        first.setAlignment(Pos.BASELINE_LEFT);
        if (!row.by().isEmpty()) {
            Label by = new Label(row.by());
            by.getStyleClass().add("by");
            by.setMinWidth(0);
            first.getChildren().add(by);
        }
        if (row.recommended()) {
            Label sign = new Label(null, new FontIcon(Feather.STAR));
            sign.getStyleClass().add("recommended");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            sign.setTooltip(new Tooltip(TEXTS.get("recommended")));
            first.getChildren().add(sign);
        }
        VBox words = new VBox(first);
        words.getChildren().addAll(below(row));
        words.setMinWidth(0);
        Tooltip.install(words, new Tooltip(row.id()));
        return words;
    }

    /// What it is good for, or what is going on with it.
    private List<Node> below(CatalogueRow row) {
        return switch (row.state()) {
            case RowState.Coming coming -> {
                showProgress(coming);
                yield List.of(bar, pace);
            }
            case RowState.Testing(String step) -> List.of(second(TEXTS.get("testing", step)));
            case RowState.Spoilt(String fault, boolean _) -> List.of(second(fault));
            case RowState.InUse _, RowState.Here _, RowState.Absent _, RowState.Paused _, RowState.Failed _ -> {
                String text = Stream.of(row.goodFor(), row.licence(), row.roomy() ? "" : TEXTS.get("large"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
                yield text.isEmpty() ? List.of() : List.of(second(text));
            }
        };
    }

    private static Label second(String text) {
        Label second = new Label(text);
        second.getStyleClass().add("second");
        second.setWrapText(true);
        second.setMinHeight(Region.USE_PREF_SIZE);
        return second;
    }

    private static Label number(String text, CatalogueOrder column) {
        Label number = new Label(text);
        number.getStyleClass().addAll("number", "column-" + column.word());
        return number;
    }

    private Region actions(CatalogueRow row) {
        HBox box = new HBox();
        box.getStyleClass().add("actions");
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().setAll(nodes(row));
        return box;
    }

    private List<Node> nodes(CatalogueRow row) {
        if (asked.equals(row.id()) && row.state() instanceof RowState.Here here) {
            return removal(row, here);
        }
        return switch (row.state()) {
            case RowState.InUse() -> List.of(sign(TEXTS.get("use"), Feather.CHECK_CIRCLE));
            case RowState.Here here -> here(row, here);
            case RowState.Spoilt(var _, boolean downloadable) -> {
                List<Node> nodes = new ArrayList<>();
                if (downloadable) {
                    nodes.add(button(row, TEXTS.get("download"), Feather.DOWNLOAD, () -> model.download(row.id())));
                }
                nodes.add(icon(row, Feather.TRASH_2, TEXTS.get("remove"), () -> model.remove(row)));
                yield nodes;
            }
            case RowState.Absent(boolean own) -> {
                List<Node> nodes = new ArrayList<>();
                nodes.add(button(row, TEXTS.get("download"), Feather.DOWNLOAD, () -> model.download(row.id())));
                if (own) {
                    nodes.add(icon(row, Feather.X, TEXTS.get("delist"), () -> model.remove(row)));
                }
                yield nodes;
            }
            case RowState.Coming _ ->
                List.of(
                        button(row, TEXTS.get("pause"), Feather.PAUSE, () -> model.pause(row.id())),
                        icon(row, Feather.X, TEXTS.get("cancel"), () -> model.cancel(row.id())));
            case RowState.Testing _ -> List.of(new ProgressIndicator());
            case RowState.Paused() ->
                List.of(
                        button(row, TEXTS.get("resume"), Feather.DOWNLOAD, () -> model.download(row.id())),
                        icon(row, Feather.X, TEXTS.get("discard"), () -> model.cancel(row.id())));
            case RowState.Failed _ ->
                List.of(
                        button(row, TEXTS.get("again"), Feather.REFRESH_CW, () -> model.download(row.id())),
                        icon(row, Feather.X, TEXTS.get("discard"), () -> model.cancel(row.id())));
        };
    }

    private List<Node> here(CatalogueRow row, RowState.Here here) {
        List<Node> nodes = new ArrayList<>();
        Button open = button(row, TEXTS.get("open"), Feather.CORNER_DOWN_RIGHT, () -> model.open(row));
        open.setTooltip(new Tooltip(TEXTS.get("open.tip", here.where(), here.location())));
        nodes.add(open);
        if (here.removable()) {
            String text =
                    here.frees() > 0 ? TEXTS.get("remove.frees", ByteText.of(here.frees())) : TEXTS.get("remove.stay");
            nodes.add(icon(row, Feather.TRASH_2, text, () -> {
                asked = row.id();
                show(row);
            }));
        }
        return nodes;
    }

    /// Asked in place: files that are deleted do not come back.
    private List<Node> removal(CatalogueRow row, RowState.Here here) {
        String text = here.frees() > 0 ? TEXTS.get("yes.delete", ByteText.of(here.frees())) : TEXTS.get("yes.off");
        Button yes = button(row, text, Feather.TRASH_2, () -> {
            asked = "";
            model.remove(row);
        });
        yes.getStyleClass().add("danger");
        return List.of(yes, icon(row, Feather.X, TEXTS.get("keep"), () -> {
            asked = "";
            show(row);
        }));
    }

    private void showProgress(RowState.Coming coming) {
        Progress progress = coming.progress();
        bar.setProgress(progress.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : progress.fraction());
        List<String> words = new ArrayList<>();
        if (progress.total() > 0) {
            words.add(TEXTS.get("progress", ByteText.of(progress.done()), ByteText.of(progress.total())));
        }
        if (progress.perSecond() > 0) {
            words.add(ByteText.of(Math.round(progress.perSecond())) + "/s");
            progress.timeLeft().ifPresent(left -> words.add(Words.left(left)));
        } else {
            words.add(coming.step());
        }
        pace.setText(String.join(" · ", words));
    }

    private static Label sign(String text, Feather icon) {
        Label sign = new Label(text, new FontIcon(icon));
        sign.getStyleClass().add("in-use");
        return sign;
    }

    private static Button button(CatalogueRow row, String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "act");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(TEXTS.get("act.accessible", text, row.title(), row.by()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button icon(CatalogueRow row, Feather icon, String text, Runnable action) {
        Button button = CatalogueView.iconButton(icon, text, action);
        button.setAccessibleText("%s: %s".formatted(row.title(), text));
        return button;
    }
}
