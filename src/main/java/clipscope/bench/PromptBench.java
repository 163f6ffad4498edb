package clipscope.bench;

import clipscope.clip.ClipModel;
import clipscope.clip.text.TokenizedText;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures how fast many prompts are encoded: labels in the 80 templates of the CLIP paper's measurements.
///
/// Of 100 labels it takes every tenth: the others would take as long again, and be as fast.
final class PromptBench {

    private static final List<String> LABELS = List.of(
            "dog",
            "golden retriever",
            "fire engine",
            "red wine",
            "cup",
            "great white shark",
            "airliner",
            "space shuttle",
            "grand piano",
            "tree");
    private static final List<String> BEGINNINGS = List.of(
            "a photo of a",
            "a drawing of the",
            "a bad photo of a",
            "a close-up photo of the",
            "a rendering of a",
            "a black and white photo of the",
            "a bright photo of my",
            "a low resolution photo of a");
    private static final List<String> ENDS = List.of(
            "",
            ".",
            " in the wild",
            ", a kind of thing",
            " at night",
            " on a table",
            " from above",
            " in a game",
            ", as people see it every day",
            " made of paper");
    private static final int PADDED = 32; // prompts: the texts of one batch by the usual ways

    private PromptBench() {}

    /// {@return the prompts of a second, all given to the model together}
    static double perSecond(ClipModel model, Stopwatch stopwatch) throws ProblemException {
        List<TokenizedText> prompts = new ArrayList<>();
        for (String label : LABELS) {
            for (String beginning : BEGINNINGS) {
                for (String end : ENDS) {
                    prompts.add(model.tokenize("%s %s%s".formatted(beginning, label, end)));
                }
            }
        }
        return prompts.size() / stopwatch.once(() -> model.encodeTexts(prompts));
    }

    /// {@return the prompts of a second if each has as many tokens as the model takes at most}
    static double paddedPerSecond(ClipModel full, Stopwatch stopwatch) throws ProblemException {
        TokenizedText longest =
                full.tokenize("dog ".repeat(full.card().contextLength()).strip());
        List<TokenizedText> batch = Collections.nCopies(PADDED, longest);
        return PADDED / stopwatch.fastest(() -> full.encodeTexts(batch));
    }
}
