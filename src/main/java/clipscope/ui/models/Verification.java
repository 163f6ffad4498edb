package clipscope.ui.models;

import clipscope.clip.certificate.Certificate;
import clipscope.clip.certificate.Certifier;
import clipscope.clip.certificate.SelfTest;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.models.ModelsContent.Check;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the weights of a model on an io thread, and then computes with it on the inference thread.
///
/// **Thread:** Confined to the JavaFX thread.
final class Verification {

    private static final Texts TEXTS = Texts.beside(Verification.class);

    private final Desk desk;
    private final Consumer<? super Report> onReport;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private @Nullable SelfTest test;
    private @Nullable Job job;

    /// How far it is.
    ///
    /// @param certificate with what was found so far; after a failure or a cancellation, with the facts alone
    record Report(Certificate certificate, Check check) {}

    Verification(Desk desk, Consumer<? super Report> onReport) {
        this.desk = desk;
        this.onReport = onReport;
    }

    /// Starts from the beginning.
    void start(Certifier certifier, Certificate facts) {
        drop();
        step(TEXTS.get("step.weights"), facts, facts);
        running = desk.runners().io().<List<Certificate.Section>>submit(certifier::weights, outcome -> {
            switch (outcome) {
                case Outcome.Done(var sections) -> compute(certifier, facts, facts.with(sections));
                case Outcome.Failed(Throwable cause) -> failed(facts, cause);
            }
        });
    }

    /// Stops without a report.
    void drop() {
        running.cancel();
        running = TaskRunner.Handle.NONE;
        if (test != null) {
            close(test);
            test = null;
        }
        takeOffBoard();
    }

    private void compute(Certifier certifier, Certificate facts, Certificate weights) {
        step(TEXTS.get("step.test"), facts, weights);
        SelfTest begun = certifier.stepwiseTest();
        test = begun;
        goOn(begun, facts, weights);
    }

    /// One step as one piece of bulk work: a label that is typed comes before the next.
    private void goOn(SelfTest begun, Certificate facts, Certificate weights) {
        running = desk.runners().bulk().<Boolean>submit(_ -> begun.step(), outcome -> {
            switch (outcome) {
                case Outcome.Done(Boolean more) when more -> goOn(begun, facts, weights);
                case Outcome.Done(Boolean _) -> {
                    drop();
                    onReport.accept(new Report(weights.with(List.of(begun.section())), new Check.Ended()));
                }
                case Outcome.Failed(Throwable cause) -> failed(facts, cause);
            }
        });
    }

    /// On the inference thread, behind a step that still runs.
    private void close(SelfTest ended) {
        var _ = desk.runners()
                .bulk()
                .submit(
                        _ -> {
                            ended.close();
                            return true;
                        },
                        _ -> {});
    }

    private void failed(Certificate facts, Throwable cause) {
        drop();
        onReport.accept(new Report(facts, new Check.Failed(Problem.of(cause))));
    }

    private void step(String title, Certificate facts, Certificate soFar) {
        takeOffBoard();
        job = desk.jobs().start(title, () -> {
            drop();
            onReport.accept(new Report(facts, new Check.None()));
        });
        onReport.accept(new Report(soFar, new Check.Running(title)));
    }

    private void takeOffBoard() {
        if (job != null) {
            desk.jobs().finish(job);
            job = null;
        }
    }

    /// Stops as the job on the board does.
    void cancel() {
        if (job != null) {
            job.stop();
        }
    }
}
