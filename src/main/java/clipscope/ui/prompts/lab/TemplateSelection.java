package clipscope.ui.prompts.lab;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ensemble.GreedySelection;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The greedy selection as a job: a step at a time, so that files are read in between.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TemplateSelection {

    private static final Texts TEXTS = Texts.beside(TemplateSelection.class);

    private final Desk desk;
    private final BiConsumer<? super List<PromptTemplate>, ? super String> onSelected;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private TaskRunner.Handle step = TaskRunner.Handle.NONE;
    private Optional<Job> job = Optional.empty();

    /// @param onSelected given the templates chosen, and what is to be said
    TemplateSelection(Desk desk, BiConsumer<? super List<PromptTemplate>, ? super String> onSelected) {
        this.desk = desk;
        this.onSelected = onSelected;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    void start(LabResult measured) {
        cancel();
        Job started = desk.jobs().start(TEXTS.get("select.job"), this::cancel);
        started.expect(measured.input().templates().size());
        job = Optional.of(started);
        running.set(true);
        next(measured, List.of());
    }

    /// Stops; the ticks stay as they are.
    public void cancel() {
        step.cancel();
        end();
    }

    private void next(LabResult measured, List<GreedySelection.Step> made) {
        step = desk.runners()
                .io()
                .submit(
                        cancelled -> GreedySelection.next(measured.cosines(), measured.reference(), made, cancelled),
                        outcome -> stepped(measured, made, outcome));
    }

    private void stepped(
            LabResult measured, List<GreedySelection.Step> made, Outcome<Optional<GreedySelection.Step>> outcome) {
        switch (outcome) {
            case Outcome.Done(Optional<GreedySelection.Step> found)
            when found.isPresent() -> {
                List<GreedySelection.Step> more = new ArrayList<>(made);
                more.add(found.get());
                job.ifPresent(started -> started.advance(1));
                next(measured, List.copyOf(more));
            }
            case Outcome.Done<Optional<GreedySelection.Step>> _ -> {
                end();
                onSelected.accept(
                        made.stream()
                                .map(chosen -> measured.input().templates().get(chosen.template()))
                                .toList(),
                        words(measured, made.size()));
            }
            case Outcome.Failed(Throwable cause) -> {
                end();
                List<PromptTemplate> asBefore = measured.input().chosen().stream()
                        .map(measured.input().templates()::get)
                        .toList();
                onSelected.accept(asBefore, ProblemText.of(Problem.of(cause)));
            }
        }
    }

    private static String words(LabResult measured, int chosen) {
        int all = measured.input().templates().size();
        return chosen == all ? TEXTS.get("selected.all", all) : TEXTS.get("selected", chosen, all);
    }

    private void end() {
        job.ifPresent(desk.jobs()::finish);
        job = Optional.empty();
        running.set(false);
    }
}
