package clipscope.clip.text;

import java.util.List;

/// A text as the text tower takes it, and what was lost on the way.
///
/// **Thread:** Immutable.
///
/// @param text the text as it was given
/// @param ids token ids from the start token to the end token, both included, never more than the model's
///     context
/// @param dropped how many tokens did not fit into the context and were cut off before the end token
/// @param unknownWords the words that the model never met in training, in their order; empty for a model
///     whose folder
///     does not list its words
public record TokenizedText(String text, List<Integer> ids, int dropped, List<String> unknownWords) {

    public TokenizedText {
        ids = List.copyOf(ids);
        unknownWords = List.copyOf(unknownWords);
    }

    public boolean truncated() {
        return dropped > 0;
    }
}
