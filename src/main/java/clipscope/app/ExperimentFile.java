package clipscope.app;

import clipscope.image.ImageSource;
import clipscope.language.Language;
import clipscope.prompt.PromptTemplate;
import clipscope.session.Example;
import clipscope.session.Experiment;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `experiments.json`: what there is to try, each with a folder of pictures beside the file.
final class ExperimentFile {

    private static final String NAME = "experiments.json";

    /// As it stands in the file.
    ///
    /// @param in the same words in other languages, by their codes; labels and template are the model's
    private record Entry(
            String folder,
            String title,
            String about,
            String template,
            List<String> labels,
            List<String> steps,
            @Nullable Map<String, Words> in) {

        Words words() {
            Words own = new Words(title, about, steps);
            return in == null ? own : in.getOrDefault(Language.code(), own);
        }
    }

    /// What a person reads of it.
    private record Words(String title, String about, List<String> steps) {}

    private ExperimentFile() {}

    /// {@return the experiments of a folder in the language spoken, none if it has no such file: the
    /// program works without}
    static List<Experiment> read(Path folder) {
        try {
            Entry[] entries = new Gson().fromJson(Files.readString(folder.resolve(NAME)), Entry[].class);
            List<Experiment> experiments = new ArrayList<>();
            for (Entry entry : entries) {
                Words words = entry.words();
                experiments.add(new Experiment(
                        words.title(),
                        words.about(),
                        words.steps(),
                        new Example(
                                pictures(folder.resolve(entry.folder())),
                                entry.labels(),
                                new PromptTemplate(entry.template()))));
            }
            return experiments;
        } catch (IOException | JsonParseException | NullPointerException _) { // nothing in it, or a part is missing
            return List.of();
        }
    }

    /// {@return the pictures of a folder, in the order of their names}
    private static List<ImageSource> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .<ImageSource>map(ImageSource.OfFile::new)
                    .toList();
        }
    }
}
