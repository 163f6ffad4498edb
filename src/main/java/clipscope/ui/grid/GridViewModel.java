package clipscope.ui.grid;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.Document;
import clipscope.session.ImageState;
import clipscope.session.Pairs;
import clipscope.session.SessionChange;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.LabelResult;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.grid.pair.PairsViewModel;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridColumn;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridRange;
import clipscope.ui.grid.table.GridScope;
import clipscope.ui.grid.table.GridSelection;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.ColorScale;
import clipscope.ui.heatmap.place.CellBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/// The workspace for all images and all prompts at once.
///
/// **Thread:** Confined to the JavaFX thread.
public final class GridViewModel {

    private static final List<GridMode> MODES_AT_FIRST = GridMode.offeredBy(new ScoreRule.Softmax(1));

    private final Desk desk;
    private final Consumer<? super ImageId> openInClassify;
    private final GridComputation computation;
    private final GridExportViewModel export;
    private final PairsViewModel pairs;
    private final ReadOnlyObjectWrapper<GridContent> content = new ReadOnlyObjectWrapper<>(new GridContent.NoImages());
    private final ReadOnlyObjectWrapper<GridChoice> choice = new ReadOnlyObjectWrapper<>(GridChoice.FIRST);
    private final ReadOnlyObjectWrapper<Optional<GridCell>> cursor = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GridCell>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<GridMode>> modes = new ReadOnlyObjectWrapper<>(MODES_AT_FIRST);
    private final ReadOnlyObjectWrapper<Optional<GridSelection>> selection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper pictures = new ReadOnlyIntegerWrapper();
    private final GridOrdering ordering;
    private final GridFreezeViewModel freezing;
    private Optional<GridTable> computed = Optional.empty();
    private Optional<GridTable> earlier = Optional.empty(); // of the model before, while this one has no numbers
    private Optional<ClipModel> model = Optional.empty(); // of the scores
    private TaskRunner.Handle selecting = TaskRunner.Handle.NONE;
    private boolean visible;

    /// @param openInClassify goes to an image in the other workspace
    public GridViewModel(Desk desk, Consumer<? super ImageId> openInClassify) {
        this.desk = desk;
        this.openInClassify = openInClassify;
        this.computation =
                new GridComputation(desk.comparison(), desk.runners().io(), this::wanted, this::computed, this::failed);
        this.ordering = new GridOrdering(desk);
        this.freezing = new GridFreezeViewModel(this, desk.session()::freeze);
        this.export = new GridExportViewModel(desk);
        this.pairs = new PairsViewModel(desk);
        pairs.pairsProperty().subscribe(this::followPairs);
        desk.session().onChange(this::follow);
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

    /// {@return what is selected, in a few numbers}
    public ReadOnlyObjectProperty<Optional<GridSelection>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// {@return what is to be said of the clustering that is going on, was refused or is shown}
    public ReadOnlyStringProperty orderNoteProperty() {
        return ordering.noteProperty();
    }

    /// {@return a number that changes when a thumbnail comes}
    public ReadOnlyIntegerProperty picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /// {@return which caption belongs to which image}
    public PairsViewModel pairs() {
        return pairs;
    }

    public GridExportViewModel export() {
        return export;
    }

    /// {@return which rows and columns stay in sight}
    public GridFreezeViewModel freezing() {
        return freezing;
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
            showTable();
            computation.request();
        }
        visible = seen;
    }

    public void choose(GridMode mode) {
        choose(choice.get().withMode(mode));
    }

    public void choose(GridRange range) {
        choose(choice.get().withRange(range));
    }

    public void choose(GridScope scope) {
        choose(choice.get().withScope(scope));
    }

    public void choose(ColorScale colors) {
        choose(choice.get().withColors(colors));
    }

    /// Sorts by a column: highest first, at the second time lowest first, at the third as it was.
    public void sortBy(String label) {
        order(choice.get().order().clicked(label));
    }

    /// Puts rows and columns in order, below and beside what is frozen.
    public void order(GridOrder order) {
        choose(choice.get().withOrder(order.withFrozen(desk.session().document().frozen())));
    }

    /// Puts images that are alike side by side, once that order is found.
    public void clusterRows() {
        Comparison.Snapshot snapshot = desk.comparison().snapshot();
        ordering.cluster(
                GridOrdering.Things.IMAGES,
                snapshot.images(),
                snapshot.imageEmbeddings(),
                found -> order(choice.get().order().withRows(new GridOrder.Listed(found, true))));
    }

    /// Puts prompts that are alike side by side, once that order is found.
    public void clusterColumns() {
        Comparison.Snapshot snapshot = desk.comparison().snapshot();
        ordering.cluster(
                GridOrdering.Things.PROMPTS,
                snapshot.labels(),
                snapshot.promptEmbeddings(),
                found -> order(choice.get().order().withColumns(Optional.of(found))));
    }

    /// Keeps the rows where they are, whatever is shown next.
    public void keepOrder() {
        computed.ifPresent(table -> order(choice.get().order().withRows(new GridOrder.Listed(table.images(), false))));
    }

    /// Takes the numbers of a rectangle together.
    public void select(Optional<CellBlock> block) {
        selecting.cancel();
        if (block.isEmpty() || computed.isEmpty()) {
            selection.set(Optional.empty());
            return;
        }
        GridTable table = computed.get();
        CellBlock cells = block.get();
        selecting = desk.runners().io().submit(_ -> GridSelection.of(table, cells), outcome -> {
            if (outcome instanceof Outcome.Done<GridSelection>(GridSelection summed)) {
                selection.set(Optional.of(summed));
            }
        });
    }

    private void choose(GridChoice other) {
        choice.set(other);
        ordering.follow(other.order());
        request();
    }

    /// Goes to a cell; a pointer that rests elsewhere is left out of account until it moves.
    public void moveCursor(GridCell cell) {
        cursor.set(Optional.of(cell));
        pointNowhere();
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
                followFrozen();
                forgetEarlier(change);
                showTable();
                request();
            }
            case SessionChange.Frozen() -> {
                followFrozen();
                request();
            }
            case SessionChange.Encoded _ -> request();
            case SessionChange.Model() -> {
                followModel();
                showTable();
            }
            case SessionChange.Image _ -> pictures.set(pictures.get() + 1);
            case SessionChange.Surveyed _, SessionChange.Framed _, SessionChange.Selection _ -> {}
        }
    }

    private void followFrozen() {
        GridOrder order =
                choice.get().order().withFrozen(desk.session().document().frozen());
        if (!order.equals(choice.get().order())) {
            choice.set(choice.get().withOrder(order));
        }
    }

    /// Numbers of another model stay as what they are, set apart from those of this one.
    private void followModel() {
        Optional<ClipModel> current = desk.slot().model();
        if (!current.equals(model)) {
            model = current;
            earlier = earlier.or(() -> computed.filter(GridTable::hasNumbers));
            computed = computed.map(GridTable::blank);
            computation.forget();
            offerModes();
            request();
        }
    }

    /// New pairs stand on the diagonal, from the first. If only some go, the order is left to the person.
    private void followPairs(Pairs before, Pairs now) {
        if (!before.images().containsAll(now.images())) {
            order(GridOrder.FIRST.withRows(new GridOrder.Listed(now.images(), false)));
        }
    }

    private void offerModes() {
        modes.set(model.map(used -> GridMode.offeredBy(used.scoreRule())).orElse(MODES_AT_FIRST));
        if (!modes.get().contains(choice.get().mode())) {
            choice.set(choice.get().withMode(GridMode.COSINE));
        }
    }

    /// Whoever changes rows or columns looks for the numbers of what is there now.
    private void forgetEarlier(SessionChange change) {
        if (!(change instanceof SessionChange.PromptsEncoded)) {
            earlier = Optional.empty();
        }
    }

    private void request() {
        if (visible) {
            computation.request();
        }
    }

    private void computed(GridTable table) {
        computed = Optional.of(table);
        if (!desk.pipeline().running() && table.hasNumbers()) {
            earlier = Optional.empty();
        }
        showTable();
        pairs.rank(table);
    }

    private void failed(Problem problem) {
        content.set(new GridContent.Failed(problem));
    }

    /// Says what is missing, or shows the table there is until a newer one is ready.
    private void showTable() {
        if (visible) {
            missing()
                    .or(() -> earlier.map(GridContent.Earlier::new))
                    .or(() -> computed.map(GridContent.Shown::new))
                    .ifPresent(content::set);
        }
    }

    private GridTable.Content wanted() {
        Document document = desk.session().document();
        Map<String, LabelResult> obstacles = desk.comparison().obstacles();
        List<GridColumn> columns = document.labels().stream()
                .map(label -> new GridColumn(label, document.prompt(label), Optional.ofNullable(obstacles.get(label))))
                .toList();
        List<ImageSource> sources =
                document.images().stream().map(desk.session()::source).toList();
        return new GridTable.Content(document.images(), sources, columns, choice.get());
    }

    private Optional<GridContent> missing() {
        Document document = desk.session().document();
        if (document.images().isEmpty()) {
            return Optional.of(new GridContent.NoImages());
        }
        if (document.labels().isEmpty()) {
            return Optional.of(new GridContent.NoLabels());
        }
        if (desk.slot().model().isEmpty()) {
            return Optional.of(
                    switch (desk.slot().status()) {
                        case ModelSlot.Status.Idle() -> new GridContent.NoModel();
                        case ModelSlot.Status.Loading(Path location) ->
                            new GridContent.ModelLoading(String.valueOf(location.getFileName()));
                        case ModelSlot.Status.Failed failed -> new GridContent.Failed(failed.problem());
                    });
        }
        return Optional.empty();
    }
}
