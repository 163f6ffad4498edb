package clipscope.ui.grid;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.Document;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.compare.LabelResult;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridColumn;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridRange;
import clipscope.ui.grid.table.GridScores;
import clipscope.ui.grid.table.GridSort;
import clipscope.ui.grid.table.GridTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The workspace for all images and all prompts at once.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GridViewModel {

    private static final List<GridMode> MODES_AT_FIRST = GridMode.offeredBy(new ScoreRule.Softmax(1));

    private final Desk desk;
    private final Consumer<? super ImageId> openInClassify;
    private final GridComputation computation;
    private final GridExportViewModel export;
    private final ReadOnlyObjectWrapper<GridContent> content = new ReadOnlyObjectWrapper<>(new GridContent.NoImages());
    private final ReadOnlyObjectWrapper<GridChoice> choice = new ReadOnlyObjectWrapper<>(GridChoice.FIRST);
    private final ReadOnlyObjectWrapper<Optional<GridCell>> cursor = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GridCell>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<GridMode>> modes = new ReadOnlyObjectWrapper<>(MODES_AT_FIRST);
    private final ReadOnlyIntegerWrapper pictures = new ReadOnlyIntegerWrapper();
    private GridScores scores = GridScores.NONE;
    private Optional<ClipModel> model = Optional.empty(); // of the scores
    private boolean visible;

    /// @param openInClassify goes to an image in the other workspace
    public GridViewModel(Desk desk, Consumer<? super ImageId> openInClassify) {
        this.desk = desk;
        this.openInClassify = openInClassify;
        this.computation = new GridComputation(desk.comparison(), desk.runners().io(), this::computed, this::failed);
        this.export = new GridExportViewModel(desk);
        desk.session().onChange(this::follow);
        arrange();
    }

    // properties

    public ReadOnlyObjectProperty<GridContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// {@return what the cells can show of the model in use}
    public ReadOnlyObjectProperty<List<GridMode>> modesProperty() {
        return modes.getReadOnlyProperty();
    }

    /// {@return what is shown in the cells, and how}
    public ReadOnlyObjectProperty<GridChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// {@return the cell the keyboard is on}
    public ReadOnlyObjectProperty<Optional<GridCell>> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /// {@return the cell the pointer is on}
    public ReadOnlyObjectProperty<Optional<GridCell>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /// {@return a number that changes when a thumbnail comes}
    public ReadOnlyIntegerProperty picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    public GridExportViewModel export() {
        return export;
    }

    public String name(ImageId image) {
        return desk.session().source(image).shortName();
    }

    /// {@return why an image has no numbers and will have none}
    public Optional<Problem> problem(ImageId image) {
        return desk.session().state(image) instanceof ImageState.Unusable(Problem problem)
                ? Optional.of(problem)
                : Optional.empty();
    }

    public Optional<PixelImage> thumbnail(ImageId image) {
        return desk.thumbnails().get(image);
    }

    // commands

    /// Says whether the page is seen: numbers nobody sees are not computed.
    public void setVisible(boolean seen) {
        if (seen && !visible) {
            visible = true;
            arrange();
            computation.request();
        }
        visible = seen;
    }

    public void choose(GridMode mode) {
        choice.set(choice.get().withMode(mode));
        arrange();
    }

    public void choose(GridRange range) {
        choice.set(choice.get().withRange(range));
    }

    /// Sorts by a column: highest first, at the second time lowest first, at the third as it was.
    public void sortBy(String label) {
        choice.set(choice.get().withSort(GridSort.next(choice.get().sort(), label)));
        arrange();
    }

    public void moveCursor(GridCell cell) {
        cursor.set(Optional.of(cell));
    }

    public void point(GridCell cell) {
        pointed.set(Optional.of(cell));
    }

    public void pointNowhere() {
        pointed.set(Optional.empty());
    }

    /// Goes to an image in the other workspace.
    public void open(ImageId image) {
        desk.session().select(image);
        openInClassify.accept(image);
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images(),
                    SessionChange.Prompts(),
                    SessionChange.PromptsEncoded(),
                    SessionChange.Scores() -> {
                arrange();
                request();
            }
            case SessionChange.Encoded _ -> request();
            case SessionChange.Model() -> {
                followModel();
                arrange();
            }
            case SessionChange.Image _ -> pictures.set(pictures.get() + 1);
            case SessionChange.Surveyed _, SessionChange.Framed _, SessionChange.Selection _ -> {}
        }
    }

    /// Numbers of another model must not be seen for a moment.
    private void followModel() {
        Optional<ClipModel> current = desk.slot().model();
        if (!current.equals(model)) {
            model = current;
            scores = GridScores.NONE;
            computation.cancel();
            offerModes();
            request();
        }
    }

    private void offerModes() {
        modes.set(model.map(used -> GridMode.offeredBy(used.scoreRule())).orElse(MODES_AT_FIRST));
        if (!modes.get().contains(choice.get().mode())) {
            choice.set(choice.get().withMode(GridMode.COSINE));
        }
    }

    private void request() {
        if (visible) {
            computation.request();
        }
    }

    private void computed(GridScores fresh) {
        scores = fresh;
        arrange();
    }

    private void failed(Problem problem) {
        content.set(new GridContent.Failed(problem));
    }

    private void arrange() {
        if (visible) {
            content.set(arranged());
        }
    }

    private GridContent arranged() {
        Document document = desk.session().document();
        if (document.images().isEmpty()) {
            return new GridContent.NoImages();
        }
        if (document.labels().isEmpty()) {
            return new GridContent.NoLabels();
        }
        if (desk.slot().model().isEmpty()) {
            return switch (desk.slot().status()) {
                case ModelSlot.Status.Idle() -> new GridContent.NoModel();
                case ModelSlot.Status.Loading(Path location) ->
                    new GridContent.ModelLoading(String.valueOf(location.getFileName()));
                case ModelSlot.Status.Failed failed -> new GridContent.Failed(failed.problem());
            };
        }
        Map<String, LabelResult> obstacles = desk.comparison().obstacles();
        List<GridColumn> columns = document.labels().stream()
                .map(label -> new GridColumn(label, document.prompt(label), Optional.ofNullable(obstacles.get(label))))
                .toList();
        GridChoice chosen = choice.get();
        return new GridContent.Shown(GridTable.of(document.images(), columns, chosen.mode(), scores, chosen.sort()));
    }
}
