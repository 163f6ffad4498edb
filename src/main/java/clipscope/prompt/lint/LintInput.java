package clipscope.prompt.lint;

import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.problem.ProblemException;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PromptPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is looked at.
///
/// **Thread:** Immutable.
///
/// @param tokens reads a text as the model in use does; thread-safe
/// @param embeddings of the labels whose prompts are encoded
/// @param winners the labels that come first for some image, empty while nobody has compared
public record LintInput(
        List<String> labels,
        PromptTemplate template,
        PromptPlan plan,
        Reader tokens,
        Map<String, Embedding> embeddings,
        Optional<Set<String>> winners) {

    public LintInput {
        labels = List.copyOf(labels);
        embeddings = Map.copyOf(embeddings);
    }

    /// Turns a text into tokens.
    @FunctionalInterface
    public interface Reader {

        TokenizedText read(String text) throws ProblemException;
    }

    String prompt(String label) {
        return plan.prompt(template, label);
    }
}
