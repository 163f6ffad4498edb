package clipscope.cli.train;

import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.train.data.DataProblem;
import clipscope.train.data.DataProblemText;
import clipscope.train.data.PairData;
import clipscope.train.own.CourseControl;
import clipscope.train.own.CourseEnd;
import clipscope.train.own.CourseEvent;
import clipscope.train.own.OwnPlan;
import clipscope.train.own.OwnTraining;
import java.nio.file.Path;

/// A training on one's own pictures, told line by line.
///
/// **Thread:** Confined to the command's thread, but for the control.
final class OwnRun {

    private static final int NAMED = 20; // problems that are listed one by one

    private final CommandIo io;
    private final OwnPlan plan;
    private final CourseControl control;
    private boolean complete = true;

    OwnRun(CommandIo io, OwnPlan plan, CourseControl control) {
        this.io = io;
        this.plan = plan;
        this.control = control;
    }

    /// {@return the exit status}
    ///
    /// @throws ProblemException if it cannot be trained so
    int run(ImageDecoder decoder) throws ProblemException {
        return switch (OwnTraining.run(plan, decoder, control, this::tell)) {
            case CourseEnd.Left(int step) -> {
                io.note("stopped after step %,d. The same command goes on from there.".formatted(step));
                yield ExitStatus.INCOMPLETE;
            }
            case CourseEnd.Model model -> {
                io.note("before: " + model.before().line());
                io.note("after, at step %,d: %s"
                        .formatted(model.step(), model.best().line()));
                io.results().println(model.folder());
                yield complete ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
            }
        };
    }

    private void tell(CourseEvent event) {
        switch (event) {
            case CourseEvent.Reading(int done, int all) -> {
                if (done % 1000 == 0) {
                    io.note("opening pictures: %,d of %,d".formatted(done, all));
                }
            }
            case CourseEvent.Prepared(PairData data, long learned, long parameters) -> {
                tell(data);
                io.note("%,d parameters, %,d of them learned".formatted(parameters, learned));
            }
            case CourseEvent.Resumed resumed -> io.note("going on from step %,d".formatted(resumed.step()));
            case CourseEvent.Learned(var progress) -> io.note(progress.line());
            case CourseEvent.Examined examined ->
                io.note("step %d · %s%s"
                        .formatted(
                                examined.step(),
                                examined.retrieval().line(),
                                examined.best() ? " · the best so far" : ""));
        }
    }

    private void tell(PairData data) {
        Path folder = plan.data().toAbsolutePath().normalize();
        data.problems().stream().limit(NAMED).forEach(problem -> io.note(DataProblemText.of(problem, folder) + "."));
        if (data.problems().size() > NAMED) {
            io.note("and %,d more problems of this kind."
                    .formatted(data.problems().size() - NAMED));
        }
        complete = data.problems().stream().noneMatch(DataProblem.Unreadable.class::isInstance);
        io.note("%s: %,d pictures to learn from, %,d held out, %,d different captions"
                .formatted(
                        data.form().words(),
                        data.training().size(),
                        data.heldOut().size(),
                        data.captions()));
    }
}
