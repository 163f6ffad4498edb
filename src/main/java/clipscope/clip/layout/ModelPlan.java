package clipscope.clip.layout;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.NetworkShape;
import java.nio.file.Path;
import java.util.List;

/// All that a model's files say about it, before any weight is bound.
///
/// **Thread:** Immutable.
public record ModelPlan(
        Identity identity,
        NetworkShape network,
        Preprocessing preprocessing,
        TokenizerPlan tokenizer,
        WeightSource weights,
        Findings findings) {

    /// The Python library that reads the files of a model as they are.
    public enum Library {
        TRANSFORMERS,
        OPEN_CLIP,
        /// OpenAI's own package; open_clip reads its archives too.
        OPENAI
    }

    /// Which model it is.
    ///
    /// @param name a short one, for the window
    /// @param location the folder, or the file if the model is one
    /// @param library what the files were written for
    /// @param layout in words: "Hugging Face CLIPModel"
    public record Identity(String name, Path location, Library library, String layout) {

        /// {@return the identity of what lies at a place, under the place's own name}
        static Identity of(Path location, Library library, String layout) {
            Path name = location.toAbsolutePath().normalize().getFileName();
            return new Identity(name == null ? location.toString() : name.toString(), location, library, layout);
        }
    }

    /// What was found out, and where two files disagree.
    public record Findings(List<Fact> facts, List<String> conflicts) {

        public Findings {
            facts = List.copyOf(facts);
            conflicts = List.copyOf(conflicts);
        }
    }
}
