package clipscope.clip.layout;

import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizerSource;
import java.nio.file.Path;
import java.util.Optional;

/// How a model's prompts become tokens.
///
/// **Thread:** Immutable.
///
/// @param source where its pieces are; empty if no file has them, as beside a lone archive of OpenAI's
/// @param rule what is done to a text first
/// @param endToken the id that must end each text, where the vocabulary decides it
/// @param padding the piece that prompts are filled up with to the whole context; empty where nothing sees it
/// @param words the list of the words that the model was trained on
public record TokenizerPlan(
        Optional<TokenizerSource> source,
        TextRule rule,
        Optional<Integer> endToken,
        Optional<Padding> padding,
        Optional<Path> words) {

    /// A token that prompts are filled up with.
    ///
    /// @param piece its text
    /// @param otherwise its id if the tokenizer does not know the piece
    public record Padding(String piece, int otherwise) {}
}
