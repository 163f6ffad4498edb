package clipscope.cli.io;

import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import java.io.PrintWriter;

/// Where a command writes: results here, everything else there.
///
/// **Thread:** Confined to the command's thread.
///
/// @param results standard output
/// @param notes standard error
/// @param terminal whether a person reads along, so that progress can be shown
public record CommandIo(PrintWriter results, PrintWriter notes, boolean terminal) {

    /// Tells the person something that is no result.
    public void note(String text) {
        notes.println("clipscope: " + text);
        notes.flush();
    }

    public void note(Problem problem) {
        note(ProblemText.of(problem));
    }
}
