package clipscope.session.model;

import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.problem.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The embeddings computed so far by the model in use, of images that the session holds. A new model empties
/// them.
///
/// **Memory:** an embedding of 512 dimensions takes 2 kB, so a hundred thousand images take 200 MB.
///
/// **Thread:** Confined to the owner's thread.
public final class Embeddings {

    private static final int PROMPT_LIMIT = 20_000; // prompts of long ago are dropped: typing makes many

    private final Map<ImageId, Embedding> images = new HashMap<>();
    private final Map<String, PromptState> prompts = new LinkedHashMap<>();

    /// What became of a prompt.
    public sealed interface PromptState {

        /// The text tower has read it.
        record Encoded(TokenizedText tokens, Embedding embedding) implements PromptState {}

        /// It could not be encoded.
        record Failed(Problem problem) implements PromptState {}
    }

    public Optional<Embedding> image(ImageId id) {
        return Optional.ofNullable(images.get(id));
    }

    /// {@return what became of a prompt, empty while it waits}
    public Optional<PromptState> prompt(String prompt) {
        return Optional.ofNullable(prompts.get(prompt));
    }

    public void putImage(ImageId id, Embedding embedding) {
        images.put(id, embedding);
    }

    /// Lets go of images that are held no longer.
    public void forget(Set<ImageId> gone) {
        gone.forEach(images::remove);
    }

    public void putPrompt(String prompt, PromptState state) {
        prompts.put(prompt, state);
        if (prompts.size() > PROMPT_LIMIT) {
            prompts.remove(prompts.keySet().iterator().next());
        }
    }

    public void clear() {
        images.clear();
        prompts.clear();
    }
}
