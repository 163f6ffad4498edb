package clipscope.ui.shell.model;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.ModelCard;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import clipscope.settings.ModelSettings;
import clipscope.task.Outcome;
import clipscope.ui.control.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Which model is in use, and the opening of another.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class ModelBadgeViewModel {

    private static final Texts TEXTS = Texts.beside(ModelBadgeViewModel.class);

    private final Desk desk;
    private final Path bundled;
    private final ObjectProperty<ModelSettings> settings;
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(new Badge.Nothing());
    private ModelSlot.Status dismissed = new ModelSlot.Status.Idle();

    /// What the badge shows: exactly one of these at any time.
    public sealed interface Badge {

        /// No model was ever asked for.
        record Nothing() implements Badge {}

        /// A model is being opened.
        record Loading(String name) implements Badge {}

        /// A model is in use.
        record Ready(InUse model) implements Badge {}

        /// A model could not be opened; the one before it may still be in use.
        record Failed(Path location, Problem problem, Optional<InUse> stillInUse) implements Badge {

            public String name() {
                return ModelBadgeViewModel.name(location);
            }
        }
    }

    /// The facts about a model in use.
    ///
    /// @param detail architecture, device, precision and the measured rate, as far as they are known
    public record InUse(String name, String detail, Path location) {}

    /// @param bundled the folder of the model that comes with the program
    /// @param settings followed and kept up to date: a model that was opened comes first
    public ModelBadgeViewModel(Desk desk, Path bundled, ModelSettings settings) {
        this.desk = desk;
        this.bundled = bundled;
        this.settings = new SimpleObjectProperty<>(settings);
        desk.session().onChange(this::follow);
        refresh();
    }

    // properties

    public ReadOnlyObjectProperty<Badge> badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /// {@return the settings, which change when a model was opened; whoever stores them listens}
    public ObjectProperty<ModelSettings> settingsProperty() {
        return settings;
    }

    /// {@return the models opened of late, without the bundled one}
    public List<Path> recent() {
        return settings.get().recent().stream()
                .filter(path -> !path.equals(bundled))
                .toList();
    }

    /// {@return whether the model in use is the bundled one}
    public boolean bundledInUse() {
        return desk.slot().model().map(ClipModel::card).map(ModelCard::location).stream()
                .anyMatch(bundled::equals);
    }

    // commands

    /// Opens the model opened last, or the bundled one at a first start.
    public void openLatest() {
        open(settings.get().latest().orElse(bundled));
    }

    /// Opens models in that way from now on.
    public void compute(Computing computing) {
        settings.set(settings.get()
                .withPrecision(computing.precision())
                .withDevice(computing.device())
                .withThreads(computing.threads()));
    }

    /// Opens the model in use again, as models are opened now, for pictures of the size it is given.
    public void reopen() {
        desk.slot().model().map(ClipModel::card).map(ModelCard::imageSize).ifPresent(this::pictureSize);
    }

    /// Opens the model in use again for pictures of that size.
    ///
    /// @param pixels along a side
    public void pictureSize(int pixels) {
        desk.slot()
                .model()
                .map(ClipModel::card)
                .ifPresent(card -> open(card.location(), card.picture().asked(pixels)));
    }

    public void openBundled() {
        open(bundled);
    }

    /// Opens a model folder; the present one stays in use until the new one is there.
    public void open(Path location) {
        open(location, OptionalInt.empty());
    }

    /// Opens a model folder for pictures of that size.
    ///
    /// @param pixels along a side; empty for the size of its training
    public void open(Path location, OptionalInt pixels) {
        desk.slot().open(location, settings.get().computing().withImageSize(pixels));
    }

    /// Opens once more what could not be opened.
    public void retry() {
        if (badge.get() instanceof Badge.Failed(Path location, Problem _, Optional<InUse> _)) {
            open(location);
        }
    }

    /// Tells if the files of the model in use are no longer what they were.
    public void lookAtFiles(Consumer<? super Problem> told) {
        desk.slot().model().ifPresent(model -> {
            var _ = desk.runners().io().<Optional<Problem>>submit(_ -> model.changed(), outcome -> {
                if (outcome instanceof Outcome.Done(Optional<Problem> changed)) {
                    changed.ifPresent(told);
                }
            });
        });
    }

    /// Takes note of a failure, if there still is a model to work with.
    public void dismissFailure() {
        dismissed = desk.slot().status();
        refresh();
    }

    /// Shows the state as it is now. The rate is measured while images are encoded, so it changes without a
    /// change of the session.
    public void refresh() {
        Optional<InUse> inUse = desk.slot().model().map(this::inUse);
        badge.set(
                switch (desk.slot().status()) {
                    case ModelSlot.Status.Idle() ->
                        inUse.<Badge>map(Badge.Ready::new).orElseGet(Badge.Nothing::new);
                    case ModelSlot.Status.Loading(Path location) -> new Badge.Loading(name(location));
                    case ModelSlot.Status.Failed failed
                    when failed == dismissed && inUse.isPresent() -> new Badge.Ready(inUse.get());
                    case ModelSlot.Status.Failed(Path location, Problem problem) ->
                        new Badge.Failed(location, problem, inUse);
                });
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Model() -> {
                refresh();
                remember();
            }
            case SessionChange.Encoded _,
                    SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void remember() {
        if (badge.get() instanceof Badge.Ready(InUse model)
                && !settings.get().latest().equals(Optional.of(model.location()))) {
            settings.set(settings.get().opened(model.location()));
        }
    }

    private InUse inUse(ClipModel model) {
        double rate = desk.pipeline().imagesPerSecond();
        String facts = "%s · %s %s"
                .formatted(
                        model.card().architecture(),
                        model.computed().device().words(),
                        model.precision().label());
        return new InUse(
                model.card().name(),
                rate > 0 ? TEXTS.get("facts.rate", facts, Words.rate(rate)) : facts,
                model.card().location());
    }

    private static String name(Path location) {
        return Optional.ofNullable(location.getFileName()).orElse(location).toString();
    }
}
