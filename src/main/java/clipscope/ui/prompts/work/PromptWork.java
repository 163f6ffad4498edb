package clipscope.ui.prompts.work;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.compare.ExtraPrompts;
import clipscope.session.compare.ExtraPrompts.Urgency;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Encodes the prompts that something is computed of, and then computes it in the background. Requests that
/// come meanwhile make one more computation together, of what there is then.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PromptWork<T> {

    private static final Texts TEXTS = Texts.beside(PromptWork.class);

    private final Desk desk;
    private final Urgency urgency;
    private final Supplier<Optional<Plan<T>>> plan;
    private final Consumer<? super Outcome<T>> onDone;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private Optional<Job> job = Optional.empty();
    private boolean busy;
    private boolean again;

    /// What is to be done.
    ///
    /// @param prompts those that must be encoded first
    /// @param work makes the computation, once they are
    public record Plan<T>(Collection<String> prompts, Supplier<TaskRunner.Work<T>> work) {}

    /// @param plan asked at the start of each computation; empty if there is nothing to compute
    public PromptWork(
            Desk desk, Urgency urgency, Supplier<Optional<Plan<T>>> plan, Consumer<? super Outcome<T>> onDone) {
        this.desk = desk;
        this.urgency = urgency;
        this.plan = plan;
        this.onDone = onDone;
    }

    /// {@return whether prompts are being encoded or something is being computed}
    public boolean busy() {
        return busy;
    }

    /// Computes, now or when the present computation has ended.
    public void request() {
        if (busy) {
            again = true;
        } else {
            start();
        }
    }

    /// Drops the present computation.
    public void cancel() {
        running.cancel();
        finish();
        again = false;
    }

    private void start() {
        again = false;
        Optional<Plan<T>> next = plan.get();
        if (next.isPresent()) {
            busy = true;
            encode(next.get());
        }
    }

    private void encode(Plan<T> next) {
        int missing = desk.extraPrompts().missing(next.prompts()).size();
        if (urgency == Urgency.BULK && missing > 0) {
            Job started = desk.jobs().start(TEXTS.get("job"), this::cancel);
            started.expect(missing);
            job = Optional.of(started);
        }
        TaskRunner.Handle encoding = desk.extraPrompts()
                .encode(
                        next.prompts(),
                        urgency,
                        new ExtraPrompts.Listener(
                                count -> job.ifPresent(started -> started.advance(count)),
                                problem -> encoded(next, problem)));
        if (missing > 0) {
            running = encoding;
        }
    }

    private void encoded(Plan<T> next, Optional<Problem> problem) {
        if (problem.isPresent()) {
            ended(new Outcome.Failed<>(new ProblemException(problem.get())));
        } else {
            running = desk.runners().io().submit(next.work().get(), this::ended);
        }
    }

    private void ended(Outcome<T> outcome) {
        finish();
        onDone.accept(outcome);
        if (again) {
            start();
        }
    }

    private void finish() {
        busy = false;
        job.ifPresent(desk.jobs()::finish);
        job = Optional.empty();
    }
}
