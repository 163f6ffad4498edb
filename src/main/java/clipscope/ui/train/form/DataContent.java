package clipscope.ui.train.form;

import clipscope.problem.Problem;
import clipscope.train.data.PairData;
import java.nio.file.Path;

/// What is known of the pictures to learn from.
///
/// **Thread:** Immutable.
public sealed interface DataContent {

    record NoFolder() implements DataContent {}

    record Reading(Path folder, int done, int all) implements DataContent {}

    record Found(Path folder, PairData data) implements DataContent {}

    record Refused(Path folder, Problem problem) implements DataContent {}
}
