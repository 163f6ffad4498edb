package clipscope.clip.layout;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;

/// Makes the problems of a model's files.
final class Fault {

    private Fault() {}

    /// A part of a model that we do not run.
    ///
    /// @param part what it is, in a few words: "its text tower is of type bert"
    static ProblemException unsupported(Path location, String part) {
        return new ProblemException(new Problem.UnsupportedModel(location, part));
    }

    /// A file that contradicts itself or another.
    static ProblemException bad(Path file, String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }

    /// A folder that is no model.
    static ProblemException notAModel(Path location, String reason) {
        return new ProblemException(new Problem.NotAModel(location, reason));
    }
}
