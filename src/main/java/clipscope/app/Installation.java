package clipscope.app;

import clipscope.image.ImageSource;
import clipscope.prompt.PromptTemplate;
import clipscope.session.Example;
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

    private static final PromptTemplate SAMPLE_TEMPLATE = new PromptTemplate("a drawing of a {}");

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

    /// {@return what there is to try the program with, in the order of the names of the files}
    public Example samples() {
        try (Stream<Path> files = Files.list(bundledModel().resolve("samples"))) {
            List<Path> pictures = files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
            return new Example(
                    pictures.stream().<ImageSource>map(ImageSource.OfFile::new).toList(),
                    pictures.stream().map(Installation::label).toList(),
                    SAMPLE_TEMPLATE);
        } catch (IOException _) {
            return Example.NONE; // the program works without
        }
    }

    /// {@return what a sample shows: "red star" of `01-red-star.png`}
    private static String label(Path sample) {
        return sample.getFileName()
                .toString()
                .replaceAll("^[0-9]+-|\\.png$", "")
                .replace('-', ' ');
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
