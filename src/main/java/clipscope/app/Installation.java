package clipscope.app;

import clipscope.session.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Where the program's own files are.
///
/// **Thread:** Immutable.
///
/// @param home the folder with `lib` and `models`
public record Installation(Path home) {

    /// {@return the folder that the launcher names}
    ///
    /// @throws IllegalStateException if the program was not started by a launcher of ours
    public static Installation find() {
        String home = System.getProperty("clipscope.home");
        if (home == null) {
            throw new IllegalStateException("-Dclipscope.home=FOLDER is missing: start ClipScope by bin/clipscope");
        }
        return new Installation(Path.of(home).toAbsolutePath().normalize());
    }

    /// {@return the folder of the model that comes with the program}
    public Path bundledModel() {
        return home.resolve("models").resolve("clipscope-nano");
    }

    /// {@return the list of checkpoints that can be downloaded}
    public Path catalogue() {
        return home.resolve("models").resolve("catalog.json");
    }

    /// {@return what there is to try the program with}
    public List<Experiment> experiments() {
        return ExperimentFile.read(bundledModel().resolve("samples"));
    }

    /// {@return the version, as Maven knows it}
    public String version() {
        try (InputStream in = Installation.class.getResourceAsStream("/clipscope/app/version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
