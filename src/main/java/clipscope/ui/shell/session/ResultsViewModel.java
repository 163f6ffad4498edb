package clipscope.ui.shell.session;

import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desk;
import clipscope.session.output.HtmlReport;
import clipscope.session.output.PythonScript;
import clipscope.session.output.SessionResult;
import clipscope.task.Cancellation;
import clipscope.task.Job;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Gives to others what a session has come to, as a script or as a page, and what is known of a crash.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class ResultsViewModel {

    private static final Texts TEXTS = Texts.beside(ResultsViewModel.class);
    private static final int CRASH_BYTES = 1 << 20; // Java writes a tenth of that

    private final Desk desk;
    private final Consumer<Problem> onProblem;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Runnable onJob;
    private TaskRunner.Handle writing = TaskRunner.Handle.NONE;
    private @Nullable Job job;

    /// @param onJob told when long work begins
    public ResultsViewModel(Desk desk, Consumer<Problem> onProblem, Runnable onJob) {
        this.desk = desk;
        this.onProblem = onProblem;
        this.onJob = onJob;
    }

    // properties

    /// {@return what is to be told of the last thing done; empty once a person has read it}
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    // commands

    public void dismiss() {
        said.set("");
    }

    /// Writes a script that computes the same numbers again.
    ///
    /// @param copy puts its text on the clipboard
    public void python(Consumer<String> copy) {
        result().ifPresent(now -> {
            String done = TEXTS.get("python.copied", PythonScript.library(now));
            copy(_ -> PythonScript.of(now), copy, done);
        });
    }

    /// Reads what Java wrote down when the system ended the program.
    ///
    /// @param copy puts its text on the clipboard
    public void crash(Path report, Consumer<String> copy) {
        copy(_ -> beginningOf(report), copy, TEXTS.get("crash.copied"));
    }

    private void copy(TaskRunner.Work<String> text, Consumer<String> copy, String done) {
        var _ = desk.runners().io().submit(text, outcome -> {
            switch (outcome) {
                case Outcome.Done(String made) -> {
                    copy.accept(made);
                    said.set(done);
                }
                case Outcome.Failed(Throwable cause) -> onProblem.accept(Problem.of(cause));
            }
        });
    }

    private static String beginningOf(Path report) throws ProblemException {
        try (InputStream in = Files.newInputStream(report)) {
            return new String(in.readNBytes(CRASH_BYTES), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(report), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(report, WholeFile.reason(e)), e);
        }
    }

    /// Writes a page with all images and their labels.
    public void report(Path file) {
        result().ifPresent(now -> {
            stop();
            HtmlReport report = new HtmlReport(now, desk.thumbnails()::read);
            Job started = desk.jobs().start(TEXTS.get("report.job"), this::stop);
            started.expect(report.images());
            job = started;
            writing = desk.runners()
                    .io()
                    .<Path>submit(cancelled -> write(report, file, started, cancelled), this::written);
            onJob.run();
        });
    }

    private void stop() {
        writing.cancel();
        if (job != null) {
            desk.jobs().finish(job);
            job = null;
        }
    }

    private static Path write(HtmlReport report, Path file, Job job, Cancellation cancelled) throws Exception {
        WholeFile.write(file, target -> {
            try (Writer out = Files.newBufferedWriter(target)) {
                report.write(out, ZonedDateTime.now(ZoneId.systemDefault()), _ -> job.advance(1), cancelled);
            }
            if (cancelled.requested()) {
                throw new CancellationException("half a report is none");
            }
        });
        return file;
    }

    private void written(Outcome<Path> outcome) {
        stop();
        switch (outcome) {
            case Outcome.Done(Path file) -> said.set(TEXTS.get("report.done", file));
            case Outcome.Failed(Throwable cause) -> onProblem.accept(Problem.of(cause));
        }
    }

    private Optional<SessionResult> result() {
        Optional<SessionResult> result = SessionResult.of(desk);
        if (result.isEmpty()) {
            said.set(TEXTS.get("nothing"));
        }
        return result;
    }
}
