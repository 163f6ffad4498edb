package clipscope.ui.train;

import clipscope.image.decode.ImageDecoder;
import clipscope.task.TaskRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the workspace needs of the program around it.
///
/// @param worker one thread for trainings alone, so that everything else goes on
/// @param owner the JavaFX thread
/// @param models the folder that trained models are written into
/// @param modelInUse where the model in use lies, if there is one
/// @param chooseData asks for a folder
/// @param chooseModel asks for a model's folder
/// @param open opens a model in all workspaces
public record TrainSetup(
        TaskRunner worker,
        Executor owner,
        ImageDecoder decoder,
        Path models,
        Supplier<Optional<Path>> modelInUse,
        Supplier<Optional<Path>> chooseData,
        Supplier<Optional<Path>> chooseModel,
        Consumer<Path> open) {}
