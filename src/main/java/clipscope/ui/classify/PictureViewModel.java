package clipscope.ui.classify;

import clipscope.clip.ClipModel;
import clipscope.clip.pixels.Framing;
import clipscope.embedding.ImageId;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The image looked at, large.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PictureViewModel {

    /// The longest side that is kept of a picture, in pixels: half of a window at double density.
    static final int LONGEST_EDGE = 1_600;

    private final Desk desk;
    private final ReadOnlyObjectWrapper<PictureState> state = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private final ReadOnlyObjectWrapper<Framing> framing = new ReadOnlyObjectWrapper<>(Framing.CROP);
    private final ReadOnlyBooleanWrapper inputsShown = new ReadOnlyBooleanWrapper();
    private TaskRunner.Handle loading = TaskRunner.Handle.NONE;
    private @Nullable ImageId image;
    private @Nullable Outcome<PixelImage> loaded;

    PictureViewModel(Desk desk) {
        this.desk = desk;
        desk.session().onChange(this::follow);
        look();
    }

    // properties

    public ReadOnlyObjectProperty<PictureState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// {@return how the image looked at is shown to the model}
    public ReadOnlyObjectProperty<Framing> framingProperty() {
        return framing.getReadOnlyProperty();
    }

    /// {@return whether what the image tower is given is shown instead of the picture}
    public ReadOnlyBooleanProperty inputsShownProperty() {
        return inputsShown.getReadOnlyProperty();
    }

    /// {@return the framing the model was trained with}
    public Framing ownFraming() {
        return desk.framings().own();
    }

    // commands

    public void setFraming(Framing wanted) {
        desk.framings().choose(wanted);
    }

    /// Shows what the image tower is given, or the picture again.
    public void showInputs(boolean show) {
        inputsShown.set(show);
        desk.framings().showInputs(show);
    }

    /// Takes the image out of the session.
    public void remove() {
        desk.session().selected().ifPresent(id -> desk.session().removeImages(Set.of(id)));
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Selection() -> look();
            case SessionChange.Image(ImageId id) when id.equals(image) -> show();
            case SessionChange.Model(), SessionChange.Framed() -> show();
            case SessionChange.Image _,
                    SessionChange.Images _,
                    SessionChange.Encoded _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _ -> {}
        }
    }

    private void look() {
        loading.cancel();
        loaded = null;
        image = desk.session().selected().orElse(null);
        if (image != null) {
            loading = desk.pictures().load(image, LONGEST_EDGE, outcome -> {
                loaded = outcome;
                show();
            });
        }
        show();
    }

    private void show() {
        framing.set(desk.framings().chosen());
        ImageId id = image;
        state.set(id == null ? new PictureState.None() : state(id, loaded));
    }

    private PictureState state(ImageId id, @Nullable Outcome<PixelImage> outcome) {
        String name = desk.session().source(id).shortName();
        ImageState known = desk.session().state(id);
        if (known instanceof ImageState.Unusable(Problem problem)) {
            return new PictureState.Unusable(name, problem);
        }
        Optional<PictureState> inputs = inputs(name);
        if (inputs.isPresent()) {
            return inputs.get();
        }
        return switch (outcome) {
            case null -> new PictureState.Loading(name, desk.thumbnails().get(id));
            case Outcome.Done(PixelImage pixels) ->
                new PictureState.Shown(name, pixels, facts(known), seen(known), framing.get());
            case Outcome.Failed(Throwable cause) -> new PictureState.Unusable(name, Problem.of(cause));
        };
    }

    private static Optional<ImageState.Decoded> facts(ImageState state) {
        return state instanceof ImageState.Decoded decoded ? Optional.of(decoded) : Optional.empty();
    }

    /// The crop is a matter of the file's size, not of the picture made smaller for the window.
    private List<SeenArea> seen(ImageState state) {
        Optional<ClipModel> model = desk.slot().model();
        Optional<ImageState.Decoded> decoded = facts(state);
        if (model.isEmpty() || decoded.isEmpty()) {
            return List.of();
        }
        int width = decoded.get().width();
        int height = decoded.get().height();
        return model.get().framer().boxes(width, height, framing.get()).stream()
                .map(box -> SeenArea.of(box, width, height))
                .toList();
    }

    private Optional<PictureState> inputs(String name) {
        return desk.framings()
                .current()
                .filter(_ -> inputsShown.get())
                .map(framed -> new PictureState.Inputs(name, framed.inputs(), framed.framing()));
    }
}
