package clipscope.session;

import java.util.ArrayDeque;
import java.util.Deque;

/// The documents to go back and forth between.
///
/// **Thread:** Confined to the owner's thread.
final class History {

    private static final int DEPTH = 100; // documents share their parts: a hundred cost little

    private final Deque<Document> past = new ArrayDeque<>();
    private final Deque<Document> future = new ArrayDeque<>();
    private String lastAction = "";

    /// Remembers a document that is about to be replaced.
    ///
    /// @param action names what is done; the same again and again, as typing does, makes one step together.
    ///     Empty
    ///     for an action that always is a step of its own
    void remember(Document before, String action) {
        boolean continues = !action.isEmpty() && action.equals(lastAction) && future.isEmpty() && !past.isEmpty();
        lastAction = action;
        future.clear();
        if (!continues) {
            past.push(before);
            if (past.size() > DEPTH) {
                past.removeLast();
            }
        }
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
