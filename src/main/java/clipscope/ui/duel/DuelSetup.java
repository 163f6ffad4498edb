package clipscope.ui.duel;

import clipscope.clip.Computing;
import clipscope.embedding.ImageId;
import clipscope.zoo.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the window around the workspace gives it.
///
/// @param shelf the models that a person brought
/// @param bundled the folder of the model that comes with the program
/// @param recent the models opened of late
/// @param computing how models are to compute
/// @param chooseFolder lets the person choose a model's folder
/// @param chooseFile lets the person choose a model's file
/// @param goToModels shows the workspace where models can be had
/// @param openInClassify goes to an image there
public record DuelSetup(
        Shelf shelf,
        Path bundled,
        Supplier<List<Path>> recent,
        Supplier<Computing> computing,
        Supplier<Optional<Path>> chooseFolder,
        Supplier<Optional<Path>> chooseFile,
        Runnable goToModels,
        Consumer<? super ImageId> openInClassify) {}
