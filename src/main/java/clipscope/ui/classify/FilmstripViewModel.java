package clipscope.ui.classify;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.session.ImageState;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.ui.classify.FilmstripItem.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// All images of the session in a row.
///
/// **Thread:** Confined to the JavaFX thread.
public final class FilmstripViewModel {

    private final Desk desk;
    private final Runnable chooseImages;
    private final ReadOnlyObjectWrapper<List<ImageId>> images;
    private final ReadOnlyObjectWrapper<Optional<ImageId>> selected;
    private final ReadOnlyObjectWrapper<String> filter = new ReadOnlyObjectWrapper<>("");
    private final List<Consumer<? super ImageId>> itemListeners = new ArrayList<>();

    /// @param chooseImages lets the person choose files to add
    FilmstripViewModel(Desk desk, Runnable chooseImages) {
        this.desk = desk;
        this.chooseImages = chooseImages;
        this.images = new ReadOnlyObjectWrapper<>(session().document().images());
        this.selected = new ReadOnlyObjectWrapper<>(session().selected());
        session().onChange(this::follow);
    }

    // properties

    /// {@return the images shown: all, or those whose best label is the one filtered by}
    public ReadOnlyObjectProperty<List<ImageId>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImageId>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// {@return the label that images are filtered by, empty for all images}
    public ReadOnlyObjectProperty<String> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// {@return how many images each label fits best, in the order of the labels; those that fit none left
    /// out}
    public SequencedMap<String, Integer> counts() {
        Map<ImageId, String> best = desk.survey().findings().best();
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        session().document().labels().forEach(label -> counts.put(label, 0));
        session()
                .document()
                .images()
                .forEach(id -> Optional.ofNullable(best.get(id))
                        .ifPresent(label -> counts.computeIfPresent(label, (_, count) -> count + 1)));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    public FilmstripItem item(ImageId id) {
        boolean encoded = desk.embeddings().image(id).isPresent();
        Stage stage = switch (session().state(id)) {
            case ImageState.Unusable _ -> Stage.UNUSABLE;
            case ImageState.Waiting _, ImageState.Decoded _ -> encoded ? Stage.READY : Stage.WAITING;
        };
        return new FilmstripItem(
                session().source(id).shortName(),
                Objects.requireNonNullElse(desk.survey().findings().best().get(id), ""),
                desk.thumbnails().get(id),
                stage);
    }

    /// Calls the listener with every image whose item has become another.
    public void onItem(Consumer<? super ImageId> listener) {
        itemListeners.add(listener);
    }

    // commands

    public void select(ImageId id) {
        session().select(id);
    }

    /// Shows only the images that a label fits best.
    ///
    /// @param label empty for all images
    public void filter(String label) {
        filter.set(label);
        show();
    }

    /// Lets the person choose files to add.
    public void chooseImages() {
        chooseImages.run();
    }

    public void remove(ImageId id) {
        session().removeImages(Set.of(id));
    }

    public void removeOthers(ImageId id) {
        session()
                .removeImages(session().document().images().stream()
                        .filter(other -> !other.equals(id))
                        .toList());
    }

    /// Moves an image within the row.
    ///
    /// @param steps to the right; to the left if negative
    public void move(ImageId id, int steps) {
        int place = session().document().images().indexOf(id);
        int target = place + steps + (steps > 0 ? 1 : 0); // before the image that stands there now
        if (place >= 0 && target >= 0 && target <= session().document().images().size()) {
            session().moveImages(Set.of(id), target);
        }
    }

    /// Moves an image to before another.
    public void moveBefore(ImageId id, ImageId other) {
        int target = session().document().images().indexOf(other);
        if (target >= 0) {
            session().moveImages(Set.of(id), target);
        }
    }

    /// Moves an image to behind another.
    public void moveAfter(ImageId id, ImageId other) {
        int target = session().document().images().indexOf(other);
        if (target >= 0) {
            session().moveImages(Set.of(id), target + 1);
        }
    }

    /// {@return the file of an image; empty for one from the clipboard}
    public Optional<String> path(ImageId id) {
        return switch (session().source(id)) {
            case ImageSource.OfFile(var path) -> Optional.of(path.toString());
            case ImageSource.OfBytes _, ImageSource.OfPixels _ -> Optional.empty();
        };
    }

    private Session session() {
        return desk.session();
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images() -> show();
            case SessionChange.Selection() -> selected.set(session().selected());
            case SessionChange.Image(ImageId id) -> changed(id);
            case SessionChange.Encoded(Set<ImageId> ids) -> ids.forEach(this::changed);
            case SessionChange.Model() -> images.get().forEach(this::changed);
            case SessionChange.Surveyed() -> surveyed();
            case SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Framed _ -> {}
        }
    }

    private void surveyed() {
        if (!filter.get().isEmpty() && !counts().containsKey(filter.get())) {
            filter.set(""); // its label is gone, or fits nothing any more
        }
        show();
        images.get().forEach(this::changed);
    }

    private void show() {
        Map<ImageId, String> best = desk.survey().findings().best();
        List<ImageId> all = session().document().images();
        images.set(
                filter.get().isEmpty()
                        ? all
                        : all.stream()
                                .filter(id -> filter.get().equals(best.get(id)))
                                .toList());
    }

    private void changed(ImageId id) {
        itemListeners.forEach(listener -> listener.accept(id));
    }
}
