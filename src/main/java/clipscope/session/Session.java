package clipscope.session;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PromptPlan;
import clipscope.score.ScoreSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the person is working on. All workspaces look at the one session: an image added in one is there in
/// all.
///
/// **Thread:** Confined to the owner's thread: in the window the JavaFX thread.
public final class Session {

    private final Map<ImageId, ImageSource> sources = new HashMap<>(); // of the images held, and of no others
    private final Map<ImageId, ImageState> states = new HashMap<>();
    private final List<Consumer<? super SessionChange>> listeners = new ArrayList<>();
    private final List<Consumer<? super Set<ImageId>>> forgetters = new ArrayList<>();
    private final History history = new History();
    private Document document = Document.EMPTY;
    private @Nullable ImageId selected;
    private long nextNumber = 1;

    /// Calls the listener after every change, for as long as the session lives.
    public void onChange(Consumer<? super SessionChange> listener) {
        listeners.add(listener);
    }

    /// Calls the listener with images that are held no longer, for as long as the session lives: whoever
    /// keeps something under the name of an image lets go of it. All changes that led to it have been told.
    public void onForgotten(Consumer<? super Set<ImageId>> listener) {
        forgetters.add(listener);
    }

    public Document document() {
        return document;
    }

    /// {@return whether an image is there, or undo or redo can bring it back; if neither is so, nothing of it
    /// is kept}
    public boolean holds(ImageId id) {
        return sources.containsKey(id);
    }

    /// {@return where an image comes from}
    ///
    /// @throws IllegalArgumentException if it is not held
    public ImageSource source(ImageId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(id + " is of no image of this session"));
    }

    /// {@return where an image comes from, empty if it is held no longer: for results that are shown until
    /// newer ones are there}
    public Optional<ImageSource> find(ImageId id) {
        return Optional.ofNullable(sources.get(id));
    }

    public ImageState state(ImageId id) {
        return states.getOrDefault(id, new ImageState.Waiting());
    }

    /// {@return the image looked at, if any}
    public Optional<ImageId> selected() {
        return Optional.ofNullable(selected);
    }

    /// {@return the images that could not be used, in the order shown}
    public List<ImageId> unusable() {
        return document.images().stream()
                .filter(id -> state(id) instanceof ImageState.Unusable)
                .toList();
    }

    // commands

    /// Appends images and looks at the first of them if none was looked at.
    ///
    /// @return their names, in the order given
    public List<ImageId> addImages(List<? extends ImageSource> added) {
        List<ImageId> ids = added.stream().map(this::named).toList();
        if (!ids.isEmpty()) {
            replace(withMore(ids), "");
        }
        return ids;
    }

    /// Appends the pictures of an example, in one step with its labels and template; whoever has labels
    /// already keeps those.
    public void addExample(Example example) {
        Document more = withMore(example.images().stream().map(this::named).toList());
        replace(
                document.labels().isEmpty() ? more.withLabels(example.labels()).withTemplate(example.template()) : more,
                "");
    }

    /// {@return a session for a second model to look at the images of this one, which holds no others}
    public Session mirrored() {
        Session mirror = new Session();
        onForgotten(mirror::forget);
        return mirror;
    }

    /// Works on the images of the session that this one mirrors, under the same names. It is told of as any
    /// change is, and there is nothing to undo.
    ///
    /// @param shown with images of the other session
    public void mirror(Session other, Document shown) {
        sources.putAll(other.sources);
        show(shown);
    }

    /// Works on something else from now on. What went before cannot be undone.
    ///
    /// @param opened what is worked on, given the names of the images in their order
    /// @param looked the place of the image to look at; -1 for the first
    public void open(List<? extends ImageSource> images, Function<? super List<ImageId>, Document> opened, int looked) {
        Set<ImageId> before = Set.copyOf(sources.keySet());
        List<ImageId> ids = images.stream().map(this::named).toList();
        history.clear();
        selected = looked >= 0 && looked < ids.size() ? ids.get(looked) : null;
        show(opened.apply(ids));
        tell(new SessionChange.Selection());
        forget(before);
    }

    /// Begins with nothing. What went before cannot be undone.
    public void clear() {
        open(List.of(), _ -> Document.EMPTY, -1);
    }

    private ImageId named(ImageSource source) {
        ImageId id = new ImageId(nextNumber++);
        sources.put(id, source);
        return id;
    }

    private Document withMore(List<ImageId> ids) {
        List<ImageId> all = new ArrayList<>(document.images());
        all.addAll(ids);
        return document.withImages(all);
    }

    public void removeImages(Collection<ImageId> removed) {
        Set<ImageId> gone = Set.copyOf(removed);
        List<ImageId> kept =
                document.images().stream().filter(id -> !gone.contains(id)).toList();
        if (kept.size() < document.images().size()) {
            replace(document.withImages(kept), "");
        }
    }

    /// Moves images, keeping their order among themselves, so that the first of them comes to stand before
    /// the image that stands at the index now, or at the end.
    public void moveImages(Collection<ImageId> moved, int index) {
        Set<ImageId> moving = new LinkedHashSet<>(moved);
        List<ImageId> before = new ArrayList<>(document.images().subList(0, index));
        List<ImageId> after = new ArrayList<>(
                document.images().subList(index, document.images().size()));
        List<ImageId> middle =
                document.images().stream().filter(moving::contains).toList();
        before.removeIf(moving::contains);
        after.removeIf(moving::contains);
        before.addAll(middle);
        before.addAll(after);
        if (!before.equals(document.images())) {
            replace(document.withImages(before), "");
        }
    }

    /// Gives images captions of their own. Those become the labels as they are, in the same step, and nothing
    /// is frozen, which would stand in the way of the diagonal.
    public void pair(Pairs pairs) {
        Document next = document.withPairs(pairs)
                .withTemplate(PromptTemplate.BARE)
                .withLabels(pairs.distinctCaptions())
                .withFrozen(Frozen.NOTHING);
        if (!next.equals(document)) {
            replace(next, "");
        }
    }

    /// Forgets which caption belongs to which image. The labels stay.
    public void unpair() {
        if (!document.pairs().isEmpty()) {
            replace(document.withPairs(Pairs.NONE), "");
        }
    }

    /// Keeps other images and labels in sight in the grid.
    public void freeze(Frozen frozen) {
        Document next = document.withFrozen(frozen);
        if (!next.equals(document)) {
            replace(next, "");
        }
    }

    /// Replaces the labels. Repetitions are dropped: a label twice would share its probability with itself.
    public void setLabels(Collection<String> labels) {
        replaceLabels(labels, "");
    }

    /// Replaces the labels as [#setLabels] does, but a run of such changes, as typing makes, is undone in
    /// one step.
    public void typeLabels(Collection<String> labels) {
        replaceLabels(labels, "labels");
    }

    /// Whatever is typed next is a step of its own.
    public void endTyping() {
        history.endStep();
    }

    private void replaceLabels(Collection<String> labels, String action) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(labels));
        if (!distinct.equals(document.labels())) {
            replace(document.withLabels(distinct), action);
        }
    }

    public void setTemplate(PromptTemplate template) {
        if (!template.equals(document.template())) {
            replace(document.withTemplate(template), "template");
        }
    }

    /// Reads scores in another way.
    public void setScores(ScoreSettings scores) {
        replaceScores(scores, "");
    }

    /// Reads scores by another temperature; a run of such changes, as a slider makes, is undone in one step.
    ///
    /// @param temperature above 0; empty for the model's own
    public void slideTemperature(OptionalDouble temperature) {
        replaceScores(document.scores().withTemperature(temperature), "temperature");
    }

    private void replaceScores(ScoreSettings scores, String action) {
        if (!scores.equals(document.scores())) {
            replace(document.withScores(scores), action);
        }
    }

    /// Tries out other templates, or other names for labels.
    public void setPlan(PromptPlan plan) {
        if (!plan.equals(document.plan())) {
            replace(document.withPlan(plan), "");
        }
    }

    /// Looks at an image.
    public void select(ImageId id) {
        if (!id.equals(selected) && document.images().contains(id)) {
            selected = id;
            tell(new SessionChange.Selection());
        }
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    public void undo() {
        if (history.canUndo()) {
            show(history.undo(document));
        }
    }

    public void redo() {
        if (history.canRedo()) {
            show(history.redo(document));
        }
    }

    /// Says how far an image has come, unless it is held no longer.
    public void setState(ImageId id, ImageState state) {
        if (holds(id)) {
            states.put(id, state);
            tell(new SessionChange.Image(id));
        }
    }

    public void tell(SessionChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private void replace(Document next, String action) {
        Set<ImageId> lost = history.takesBack(next, action) ? Set.of() : history.remember(document, action);
        show(next);
        forget(lost);
    }

    /// Comes after everybody was told what is shown now: until then some show what was there before.
    private void forget(Set<ImageId> lost) {
        Set<ImageId> held = new HashSet<>(lost);
        held.retainAll(sources.keySet());
        if (!held.isEmpty()) {
            held.forEach(sources::remove);
            held.forEach(states::remove);
            forgetters.forEach(forgetter -> forgetter.accept(held));
        }
    }

    private void show(Document next) {
        Document before = document;
        document = next;
        if (!before.images().equals(next.images()) || !before.pairs().equals(next.pairs())) {
            int place = selected == null ? 0 : Math.max(0, before.images().indexOf(selected));
            boolean reselect = selected == null || !next.images().contains(selected);
            tell(new SessionChange.Images());
            if (reselect) {
                selectNear(place);
            }
        }
        if (!before.labels().equals(next.labels())
                || !before.template().equals(next.template())
                || !before.plan().equals(next.plan())) {
            tell(new SessionChange.Prompts());
        }
        if (!before.scores().equals(next.scores())) {
            tell(new SessionChange.Scores());
        }
        if (!before.frozen().equals(next.frozen())) {
            tell(new SessionChange.Frozen());
        }
    }

    /// After the image looked at is gone, the one that took its place is looked at.
    private void selectNear(int place) {
        List<ImageId> images = document.images();
        selected = images.isEmpty() ? null : images.get(Math.min(place, images.size() - 1));
        tell(new SessionChange.Selection());
    }
}
