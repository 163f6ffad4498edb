package clipscope.ui.classify.labels;

import clipscope.prompt.LabelList;
import clipscope.session.Session;
import java.util.ArrayList;
import java.util.List;

/// Labels that are being typed and take part already: what stands in the field is added to what was there
/// before it.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelDraft {

    private final Session session;
    private List<String> before = List.of();
    private List<String> drafted = List.of();
    private boolean open;

    LabelDraft(Session session) {
        this.session = session;
    }

    /// Shows the labels of an unfinished text behind the others.
    void type(String text) {
        if (!open || !session.document().labels().equals(drafted)) { // somebody changed the labels meanwhile, or undid
            before = session.document().labels();
        }
        List<String> labels = new ArrayList<>(before);
        labels.addAll(LabelList.parse(text));
        session.typeLabels(labels);
        drafted = session.document().labels();
        open = true;
    }

    /// Keeps what was typed.
    void keep(String text) {
        type(text);
        open = false;
        session.endTyping();
    }

    /// Takes back what was typed.
    void drop() {
        if (open) {
            type("");
            open = false;
            session.endTyping();
        }
    }
}
