package clipscope.clip;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of a model in the layout of Hugging Face.
///
/// **Thread:** Immutable.
///
/// @param folder the folder they lie in
record ModelFolder(Path folder) {

    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.safetensors";
    static final String TOKENIZER = "tokenizer.json";

    /// {@return the folder a person means who names it, or a file in it}
    ///
    /// @throws ProblemException if there is nothing, or no model that we could read
    static ModelFolder at(Path location) throws ProblemException {
        if (!Files.exists(location)) {
            throw new ProblemException(new Problem.MissingFile(location));
        }
        Path folder = Files.isDirectory(location)
                ? location
                : location.toAbsolutePath().getParent();
        if (folder == null || !Files.isRegularFile(folder.resolve(CONFIG))) {
            throw new ProblemException(otherLayout(location, folder == null ? location : folder));
        }
        return new ModelFolder(folder);
    }

    /// {@return the folder's own name, for the window}
    String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    Path config() {
        return folder.resolve(CONFIG);
    }

    Path weights() throws ProblemException {
        if (has(WEIGHTS)) {
            return folder.resolve(WEIGHTS);
        }
        if (has("model.safetensors.index.json")) {
            throw unsupported("weights in several files; one model.safetensors is needed");
        }
        if (has("pytorch_model.bin") || has("pytorch_model.bin.index.json")) {
            throw unsupported("weights only as pytorch_model.bin; a model.safetensors is needed");
        }
        throw missing(WEIGHTS);
    }

    Path tokenizer() throws ProblemException {
        if (has(TOKENIZER)) {
            return folder.resolve(TOKENIZER);
        }
        if (has("vocab.json") && has("merges.txt")) {
            throw unsupported("a tokenizer only as vocab.json and merges.txt; a tokenizer.json is needed");
        }
        throw missing(TOKENIZER);
    }

    Optional<Path> preprocessor() {
        return optional("preprocessor_config.json");
    }

    /// {@return the file that lists the words of the captions the model was trained on}
    Optional<Path> words() {
        return optional("words.txt");
    }

    private Optional<Path> optional(String name) {
        return has(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
    }

    private boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private ProblemException missing(String name) {
        return new ProblemException(new Problem.NotAModel(folder, "there is no %s in it".formatted(name)));
    }

    private ProblemException unsupported(String part) {
        return new ProblemException(new Problem.UnsupportedModel(folder, part));
    }

    /// What a place without a config.json is.
    private static Problem otherLayout(Path location, Path folder) throws ProblemException {
        if (Files.isRegularFile(folder.resolve("open_clip_config.json"))) {
            return new Problem.UnsupportedModel(location, "the open_clip layout, without a config.json");
        }
        if (location.toString().endsWith(".pt") || (location.equals(folder) && holdsArchive(folder))) {
            return new Problem.UnsupportedModel(location, "one of OpenAI's .pt archives");
        }
        return new Problem.NotAModel(location, "there is no %s in the folder".formatted(CONFIG));
    }

    private static boolean holdsArchive(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".pt"));
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(folder, "its files cannot be listed"), e);
        }
    }
}
