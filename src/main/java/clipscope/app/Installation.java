package clipscope.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

    /// {@return pictures to try the program with, in the order of their names}
    public List<Path> samples() {
        try (Stream<Path> files = Files.list(bundledModel().resolve("samples"))) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of(); // the program works without
        }
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
