package clipscope.cli.desk;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.doctor.Doctor;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desk;
import clipscope.settings.ImageSettings;
import clipscope.task.Runners;
import clipscope.zoo.Shelf;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.download.Zoo;
import clipscope.zoo.graphics.GraphicsBuild;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What commands need of the program around them.
public interface CommandSetup {

    /// Builds a session whose work is brought back by these runners.
    Desk desk(Runners runners);

    /// {@return what opens pictures}
    default ImageDecoder decoder() {
        return new ImageDecoder(ImageSettings.DEFAULTS.limitMegapixels());
    }

    /// {@return the folder of the model that comes with the program}
    Path bundledModel();

    /// {@return the models here, those that can be had, and the way from there to here}
    Zoo zoo();

    /// {@return the build of PyTorch for graphics cards, which can be had; empty where there is none}
    Optional<GraphicsBuild> graphicsBuild();

    /// {@return the models that the person has brought}
    default Shelf shelf() {
        return zoo().shelf();
    }

    /// {@return where a model lies that was asked for: by its place, by its name on the shelf, or by its name
    /// in the catalogue or on the hub if the cache of Hugging Face's own programs has it}
    ///
    /// @param asked empty for the bundled one
    default Path place(Optional<Path> asked) {
        if (asked.isEmpty()) {
            return bundledModel();
        }
        Path given = asked.get();
        if (Files.exists(given)) {
            return given;
        }
        String name = given.toString().replace(File.separatorChar, '/');
        return shelf().find(name)
                .map(ShelfModel::location)
                .or(() -> zoo().cached(name))
                .orElse(given);
    }

    /// Opens a model on the calling thread, which is to be the only one that uses the engine.
    ///
    /// @throws ProblemException if it cannot be used
    ClipModel load(Path location, Computing computing) throws ProblemException;

    /// {@return what finds out what this machine is}
    Doctor doctor();

    /// {@return the program's version}
    String version();

    /// Opens the window and waits until it is closed.
    ///
    /// @return the exit status
    int openWindow(WindowRequest request);
}
