package clipscope.ui.classify.sets;

import clipscope.problem.Problem;
import clipscope.prompt.file.LabelSets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where label lists may come from and go to.
///
/// @param open lets the person choose a file with labels
/// @param save lets the person choose where to write labels
/// @param sets the lists that the person keeps
/// @param onProblem told what went wrong with any of them
public record LabelFiles(
        Supplier<Optional<Path>> open,
        Supplier<Optional<Path>> save,
        LabelSets sets,
        Consumer<? super Problem> onProblem) {}
