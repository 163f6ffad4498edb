package clipscope.ui.train.form;

import clipscope.task.TaskRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What the settings of a training need of the program around them.
///
/// @param worker one thread for trainings alone
/// @param models the folder that trained models are written into
/// @param modelInUse where the model in use lies, if there is one
/// @param chooseModel asks for a model's folder
public record FormSetup(
        TaskRunner worker, Path models, Supplier<Optional<Path>> modelInUse, Supplier<Optional<Path>> chooseModel) {}
