package clipscope.ui.duel;

import clipscope.clip.ClipModel;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.session.Document;
import clipscope.session.compare.Comparison;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.duel.table.DuelTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Compares the two models in the background. Requests that come while it computes make one more computation
/// together, of what there is then.
///
/// **Thread:** Confined to the JavaFX thread.
final class DuelComputation {

    private final Desk desk;
    private final Consumer<? super Outcome<DuelTable>> onDone;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private boolean busy;
    private boolean again;

    DuelComputation(Desk desk, Consumer<? super Outcome<DuelTable>> onDone) {
        this.desk = desk;
        this.onDone = onDone;
    }

    /// Computes, now or when the present computation has ended.
    void request() {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        DuelTable.Input input = input();
        running = desk.runners().io().submit(_ -> DuelTable.of(input), this::ended);
    }

    /// Drops the present computation: what it is of is no longer there.
    void cancel() {
        running.cancel();
        busy = false;
        again = false;
    }

    private void ended(Outcome<DuelTable> outcome) {
        busy = false;
        if (again) {
            request();
        } else {
            onDone.accept(outcome);
        }
    }

    private DuelTable.Input input() {
        Document document = desk.session().document();
        Map<ImageId, ImageSource> sources = new HashMap<>();
        document.images().forEach(id -> sources.put(id, desk.session().source(id)));
        Map<String, List<String>> prompts = new HashMap<>();
        for (String label : document.labels()) {
            prompts.put(
                    label,
                    List.of(
                            document.prompt(label),
                            document.plan().prompt(desk.second().template(), label)));
        }
        return new DuelTable.Input(left(), desk.second().comparison().snapshot(), sources, prompts);
    }

    /// A temperature tried out in Classify is no business of a duel: each model has its own.
    private Comparison.Snapshot left() {
        Comparison.Snapshot seen = desk.comparison().snapshot();
        return new Comparison.Snapshot(
                seen.images(),
                seen.imageEmbeddings(),
                seen.labels(),
                seen.promptEmbeddings(),
                desk.slot().model().map(ClipModel::scoreRule).orElse(seen.scoreRule()));
    }
}
