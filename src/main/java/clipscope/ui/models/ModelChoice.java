package clipscope.ui.models;

import clipscope.settings.ModelSettings;
import clipscope.zoo.download.Zoo;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;

/// Which models there are to open, and the opening, as the window around the workspace gives them.
///
/// @param settings with the models opened of late
/// @param bundled the folder of the model that comes with the program
/// @param zoo models here, and those that can be had
/// @param open opens a folder or a file
/// @param pictureSize opens the model in use again for pictures of that many pixels along a side
/// @param chooseFolder lets the person choose a folder and opens it
/// @param chooseFile lets the person choose a file and opens it
public record ModelChoice(
        ObservableValue<ModelSettings> settings,
        Path bundled,
        Zoo zoo,
        Consumer<? super Path> open,
        IntConsumer pictureSize,
        Runnable chooseFolder,
        Runnable chooseFile) {}
