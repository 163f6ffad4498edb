package clipscope.ui.duel;

import clipscope.clip.ClipModel;
import clipscope.embedding.ImageId;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PlaceNames;
import clipscope.session.Document;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.duel.SecondModel;
import clipscope.session.model.ModelSlot;
import clipscope.task.Outcome;
import clipscope.task.Progress;
import clipscope.ui.duel.table.DuelTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The workspace for two models side by side: A, which is in use everywhere, and B, which is there while the
/// page is seen.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DuelViewModel {

    private final Desk desk;
    private final SecondModel second;
    private final DuelSetup setup;
    private final DuelComputation computation;
    private final DuelExport export;
    private final ReadOnlyObjectWrapper<DuelContent> content = new ReadOnlyObjectWrapper<>(new DuelContent.NoImages());
    private final ReadOnlyObjectWrapper<List<Contender>> contenders = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<CornerFacts> left = new ReadOnlyObjectWrapper<>(CornerFacts.NONE);
    private final ReadOnlyObjectWrapper<CornerFacts> right = new ReadOnlyObjectWrapper<>(CornerFacts.NONE);
    private final ReadOnlyStringWrapper leftTemplate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rightTemplate = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper pictures = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<DuelTable.Mode> mode = new SimpleObjectProperty<>(DuelTable.Mode.COSINE);
    private Optional<Contender> chosen = Optional.empty(); // it is opened again when the page is
    private boolean visible;

    public DuelViewModel(Desk desk, DuelSetup setup) {
        this.desk = desk;
        this.second = desk.second();
        this.setup = setup;
        this.computation = new DuelComputation(desk, this::computed);
        this.export = new DuelExport(desk, this::shown);
        desk.session().onChange(this::follow);
        second.onChange(this::follow);
    }

    // properties

    public ReadOnlyObjectProperty<DuelContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// {@return the models that B can be}
    public ReadOnlyObjectProperty<List<Contender>> contendersProperty() {
        return contenders.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CornerFacts> leftProperty() {
        return left.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CornerFacts> rightProperty() {
        return right.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty leftTemplateProperty() {
        return leftTemplate.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty rightTemplateProperty() {
        return rightTemplate.getReadOnlyProperty();
    }

    /// {@return how far the encoding of both is, empty while there is none}
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// {@return a number that changes when a thumbnail comes}
    public ReadOnlyIntegerProperty picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /// {@return what the cells show}
    public ObjectProperty<DuelTable.Mode> modeProperty() {
        return mode;
    }

    public DuelExport export() {
        return export;
    }

    public Optional<PixelImage> thumbnail(ImageId image) {
        return desk.thumbnails().get(image);
    }

    /// {@return how many images have no embedding of one of the two, though they could have}
    public long missing() {
        return Math.max(desk.pipeline().missing(), second.pipeline().missing());
    }

    // commands

    /// Says whether the page is seen: B is held only while it is.
    public void setVisible(boolean seen) {
        if (seen == visible) {
            return;
        }
        visible = seen;
        if (seen) {
            findContenders();
            chosen.ifPresent(this::open);
            refresh();
        } else {
            free();
        }
    }

    /// Makes a model B.
    public void choose(Contender contender) {
        chosen = Optional.of(contender);
        open(contender);
    }

    public void chooseFolder() {
        setup.chooseFolder().get().map(Contender::of).ifPresent(this::choose);
    }

    public void chooseFile() {
        setup.chooseFile().get().map(Contender::of).ifPresent(this::choose);
    }

    public void goToModels() {
        setup.goToModels().run();
    }

    /// Frees B.
    public void close() {
        chosen = Optional.empty();
        free();
        refresh();
    }

    /// Changes the template of the session, which is A's.
    public void setLeftTemplate(String text) {
        desk.session().setTemplate(PlaceNames.template(text));
    }

    /// Changes the template of B alone; empty for that of the session.
    public void setRightTemplate(String text) {
        second.setTemplate(text.isBlank() ? Optional.empty() : Optional.of(PlaceNames.template(text)));
        refresh();
    }

    public void swapTemplates() {
        PromptTemplate ofA = desk.session().document().template();
        PromptTemplate ofB = second.template();
        second.setTemplate(Optional.of(ofA));
        desk.session().setTemplate(ofB);
        refresh();
    }

    /// Stops the encoding for both; what is encoded is compared.
    public void cancel() {
        desk.pipeline().cancel();
        second.pipeline().cancel();
        refresh();
    }

    /// Encodes what a cancellation left.
    public void goOn() {
        desk.pipeline().resume();
        second.pipeline().resume();
        refresh();
    }

    /// Goes to an image in the other workspace.
    public void show(ImageId image) {
        setup.openInClassify().accept(image);
    }

    private void open(Contender contender) {
        second.open(contender.location(), setup.computing().get());
    }

    private void free() {
        computation.cancel();
        second.close();
    }

    private void findContenders() {
        List<Path> recent = List.copyOf(setup.recent().get());
        var _ = desk.runners()
                .io()
                .<List<Contender>>submit(_ -> Contender.find(setup.shelf(), setup.bundled(), recent), outcome -> {
                    if (outcome instanceof Outcome.Done(List<Contender> found)) {
                        contenders.set(List.copyOf(found));
                    }
                });
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Image _ -> pictures.set(pictures.get() + 1);
            case SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _,
                    SessionChange.Frozen _ -> {}
            case SessionChange.Images _,
                    SessionChange.Encoded _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Model _ -> refresh();
        }
    }

    private void refresh() {
        if (!visible) {
            return;
        }
        left.set(
                desk.slot().model().map(m -> CornerFacts.of(m, desk.pipeline())).orElse(CornerFacts.NONE));
        right.set(second.slot()
                .model()
                .map(m -> CornerFacts.of(m, second.pipeline()))
                .orElse(CornerFacts.NONE));
        leftTemplate.set(desk.session().document().template().text());
        rightTemplate.set(second.template().text());
        progress.set(both(desk.pipeline().progress(), second.pipeline().progress()));
        obstacle().ifPresentOrElse(this::hold, computation::request);
    }

    private void hold(DuelContent obstacle) {
        computation.cancel();
        content.set(obstacle);
    }

    /// The two take turns on one thread, so what is left is done at the rate of both.
    private static Optional<Progress> both(Optional<Progress> one, Optional<Progress> other) {
        return Stream.concat(one.stream(), other.stream())
                .reduce((a, b) ->
                        new Progress(a.done() + b.done(), a.total() + b.total(), a.perSecond() + b.perSecond()));
    }

    /// {@return why there is nothing to compare now, empty if there is}
    private Optional<DuelContent> obstacle() {
        Document document = desk.session().document();
        if (document.images().isEmpty()) {
            return Optional.of(new DuelContent.NoImages());
        }
        if (document.labels().isEmpty()) {
            return Optional.of(new DuelContent.NoLabels());
        }
        if (desk.slot().model().isEmpty()) {
            return Optional.of(new DuelContent.NoModel());
        }
        return ofSecond()
                .or(() -> desk.pipeline().running() || second.pipeline().running()
                        ? Optional.of(new DuelContent.Encoding())
                        : Optional.empty());
    }

    private Optional<DuelContent> ofSecond() {
        return switch (second.slot().status()) {
            case ModelSlot.Status.Loading _ ->
                Optional.of(new DuelContent.Loading(chosen.map(Contender::name).orElse("")));
            case ModelSlot.Status.Failed failed ->
                Optional.of(
                        new DuelContent.NotLoaded(chosen.map(Contender::name).orElse(""), failed.problem()));
            case ModelSlot.Status.Idle() ->
                second.slot()
                        .model()
                        .<Optional<DuelContent>>map((ClipModel _) -> Optional.empty())
                        .orElse(Optional.of(new DuelContent.NoSecond()));
        };
    }

    private void computed(Outcome<DuelTable> outcome) {
        content.set(
                switch (outcome) {
                    case Outcome.Done(DuelTable table) when table.labels().isEmpty() -> new DuelContent.NoCommonLabel();
                    case Outcome.Done(DuelTable table)
                    when table.images().isEmpty() -> new DuelContent.NothingEncoded();
                    case Outcome.Done(DuelTable table) -> new DuelContent.Shown(table);
                    case Outcome.Failed(Throwable cause) -> new DuelContent.Failed(Problem.of(cause));
                });
    }

    private Optional<DuelTable> shown() {
        return content.get() instanceof DuelContent.Shown(DuelTable table) ? Optional.of(table) : Optional.empty();
    }
}
