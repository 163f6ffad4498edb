package clipscope.ui.prompts.sentence;

import clipscope.clip.ClipModel;
import clipscope.clip.text.TextPiece;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.problem.ProblemException;
import clipscope.prompt.WordLeftOut;
import clipscope.prompt.lint.Finding;
import clipscope.prompt.lint.PromptLint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How the model reads a prompt, and what its words are worth.
///
/// **Thread:** Immutable.
///
/// @param tokens how many the text tower gets, start and end included
/// @param limit the most it could get
/// @param dropped how many were cut off
/// @param findings what is likely to mislead the model in it
public record Reading(
        String prompt,
        List<TextPiece> pieces,
        int tokens,
        int limit,
        int dropped,
        List<WordShare> words,
        List<Finding> findings) {

    /// A word and what the cosine loses without it.
    ///
    /// @param before what stands before it
    /// @param share cosine with the word less that without it; empty without images
    public record WordShare(String before, String word, OptionalDouble share) {}

    /// @param prompt its embedding
    /// @param without the embeddings of the prompt without each of its words
    /// @param images those it is compared with; the shares are means over them
    static Reading of(ClipModel model, String text, Embedding prompt, List<Embedding> without, List<Embedding> images)
            throws ProblemException {
        TokenizedText tokens = model.tokenize(text);
        List<WordShare> words = new ArrayList<>();
        List<WordLeftOut> leftOut = WordLeftOut.of(text);
        double whole = meanCosine(prompt, images);
        for (int i = 0; i < leftOut.size(); i++) {
            OptionalDouble share = images.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(whole - meanCosine(without.get(i), images));
            words.add(new WordShare(leftOut.get(i).before(), leftOut.get(i).word(), share));
        }
        return new Reading(
                text,
                model.pieces(text),
                tokens.ids().size(),
                model.card().contextLength(),
                tokens.dropped(),
                List.copyOf(words),
                PromptLint.checkPrompt(text, model::tokenize));
    }

    private static double meanCosine(Embedding prompt, List<Embedding> images) {
        return images.stream()
                .mapToDouble(image -> image.cosine(prompt))
                .average()
                .orElse(0);
    }
}
