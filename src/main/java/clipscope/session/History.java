package clipscope.session;

import clipscope.embedding.ImageId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The documents to go back and forth between: what they hold can come back, and nothing else.
///
/// Going from the oldest to the newest, an image comes once and goes once. So whatever a document that is
/// dropped does not share with the one beside it, no other has either.
///
/// **Thread:** Confined to the owner's thread.
final class History {

    static final int DEPTH = 100; // documents share their parts: a hundred cost little

    private final Deque<Document> past = new ArrayDeque<>();
    private final Deque<Document> future = new ArrayDeque<>();
    private String lastAction = "";

    /// Remembers a document that is about to be replaced.
    ///
    /// @param action names what is done; the same again and again, as typing does, makes one step together.
    ///     Empty for an action that always is a step of its own
    /// @return images that cannot come back any more: of steps that could be redone until now, and of the
    ///     oldest
    Set<ImageId> remember(Document before, String action) {
        boolean continues = continues(action);
        lastAction = action;
        Set<ImageId> lost = new HashSet<>();
        future.forEach(document -> lost.addAll(onlyIn(document, before)));
        future.clear();
        if (!continues) {
            past.push(before);
        }
        if (past.size() > DEPTH) {
            Document oldest = past.removeLast();
            lost.addAll(onlyIn(oldest, past.getLast()));
        }
        return lost;
    }

    /// Leaves out a step that led back to where it began, as typing does that is taken back: to undo it would
    /// do nothing.
    ///
    /// @param next what is about to be shown
    /// @return whether that was so
    boolean takesBack(Document next, String action) {
        boolean back = continues(action) && next.equals(past.getFirst());
        if (back) {
            past.pop();
            lastAction = "";
        }
        return back;
    }

    private boolean continues(String action) {
        return !action.isEmpty() && action.equals(lastAction) && future.isEmpty() && !past.isEmpty();
    }

    /// Most steps leave the images as they are: then there is nothing to look through.
    private static Set<ImageId> onlyIn(Document dropped, Document kept) {
        List<ImageId> images = dropped.images();
        if (images.equals(kept.images())) {
            return Set.of();
        }
        Set<ImageId> only = new HashSet<>(images);
        kept.images().forEach(only::remove);
        return only;
    }

    void clear() {
        past.clear();
        future.clear();
        lastAction = "";
    }

    /// The same action again is a new step.
    void endStep() {
        lastAction = "";
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    Document undo(Document now) {
        future.push(now);
        lastAction = "";
        return past.pop();
    }

    Document redo(Document now) {
        past.push(now);
        lastAction = "";
        return future.pop();
    }
}
