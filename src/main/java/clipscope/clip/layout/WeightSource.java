package clipscope.clip.layout;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.layout.LayoutReader;
import clipscope.clip.weights.layout.RenamedCheckpoint;
import clipscope.clip.weights.open.Checkpoints;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file that holds a model's weights, or the index of several.
///
/// **Thread:** Immutable.
public record WeightSource(Path file) {

    private static final Texts TEXTS = Texts.beside(WeightSource.class);

    /// Safetensors first: their header alone says all, and nothing in them could be run.
    private static final String[] NAMES = {
        "model.safetensors",
        "model.safetensors.index.json",
        "open_clip_model.safetensors",
        "open_clip_pytorch_model.safetensors",
        "pytorch_model.bin",
        "pytorch_model.bin.index.json",
        "open_clip_pytorch_model.bin"
    };

    private static final List<String> ENDINGS = List.of(".safetensors", ".bin", ".pt", ".index.json");

    /// {@return the weights of a folder: the file that was named if it holds weights, else the best of those
    /// there}
    ///
    /// @throws ProblemException if there are none
    static WeightSource in(ModelFiles files) throws ProblemException {
        Optional<Path> named = files.chosen().filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith));
        Optional<Path> weights = named.isPresent() ? named : files.first(NAMES);
        return weights.map(WeightSource::new)
                .orElseThrow(() -> Fault.notAModel(files.folder(), TEXTS.get("none.weights")));
    }

    /// Maps the weights, under the names of Hugging Face whatever names the file has.
    ///
    /// @throws ProblemException if they cannot be read, are damaged, or are those of a network that we do not
    ///     run
    public Checkpoint open() throws ProblemException {
        Checkpoint stored = Checkpoints.open(file);
        boolean named = false;
        try {
            Checkpoint canonical = RenamedCheckpoint.of(stored, LayoutReader.of(stored));
            named = true;
            return canonical;
        } finally {
            if (!named) {
                stored.close();
            }
        }
    }
}
