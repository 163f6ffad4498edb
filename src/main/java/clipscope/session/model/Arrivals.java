package clipscope.session.model;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Files and folders that came in together, by a drop or a dialog, told apart by their names: models to be
/// opened, and all others, which may be pictures or hold some.
///
/// **Thread:** Immutable.
public record Arrivals(List<Path> models, List<Path> others) {

    /// How the names of weight files end, of every layout that is read.
    public static final List<String> WEIGHT_ENDINGS = List.of(".pt", ".safetensors", ".bin");

    private static final String CONFIG = "config.json";
    private static final String OPEN_CLIP = "open_clip_config.json";

    /// Files that say what a model is: whoever names one means the model.
    public static final List<String> CONFIGS = List.of(CONFIG, OPEN_CLIP);

    public Arrivals {
        models = List.copyOf(models);
        others = List.copyOf(others);
    }

    /// {@return all of them as pictures, or folders of some, whatever they are called}
    public static Arrivals picturesOnly(List<Path> paths) {
        return new Arrivals(List.of(), paths);
    }

    /// Looks at the names, and at those of the files in the folders: not for the JavaFX thread.
    public static Arrivals sorted(List<Path> paths) {
        List<Path> models = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path path : paths) {
            (isModel(path) ? models : others).add(path);
        }
        return new Arrivals(models, others);
    }

    private static boolean isModel(Path path) {
        return Files.isDirectory(path) ? holdsModel(path) : holdsWeights(path) || CONFIGS.contains(name(path));
    }

    private static boolean holdsModel(Path folder) {
        return Files.isRegularFile(folder.resolve(OPEN_CLIP))
                || (Files.isRegularFile(folder.resolve(CONFIG)) && hasWeights(folder));
    }

    private static boolean hasWeights(Path folder) {
        try (DirectoryStream<Path> weights = Files.newDirectoryStream(folder, Arrivals::holdsWeights)) {
            return weights.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException _) {
            return false; // whoever looks for pictures in it tells why it cannot be looked through
        }
    }

    private static boolean holdsWeights(Path file) {
        return WEIGHT_ENDINGS.stream().anyMatch(name(file)::endsWith);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
