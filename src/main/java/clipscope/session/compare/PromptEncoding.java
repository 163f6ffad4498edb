package clipscope.session.compare;

import clipscope.clip.ClipModel;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.model.Embeddings;
import clipscope.session.model.Embeddings.PromptState;
import clipscope.session.model.ModelSlot;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the prompts of a session encoded. Only new prompts are; typing further drops what was typed
/// before.
///
/// **Thread:** Confined to the owner's thread.
public final class PromptEncoding {

    private static final int CHUNK = 32; // a batch of short texts; after each, what is there is shown

    private final Session session;
    private final Embeddings embeddings;
    private final ModelSlot slot;
    private final TaskRunner soon;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;

    public PromptEncoding(Session session, Embeddings embeddings, ModelSlot slot, TaskRunner soon) {
        this.session = session;
        this.embeddings = embeddings;
        this.slot = slot;
        this.soon = soon;
        session.onChange(this::follow);
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Prompts(), SessionChange.Model() -> encodeMissing();
            case SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void encodeMissing() {
        running.cancel();
        List<String> missing = session.document().prompts().stream()
                .distinct()
                .filter(prompt -> embeddings.prompt(prompt).isEmpty())
                .limit(CHUNK)
                .toList();
        slot.model().filter(_ -> !missing.isEmpty()).ifPresent(model -> {
            running = soon.submit(_ -> encode(model, missing), outcome -> encoded(missing, outcome));
        });
    }

    /// Encodes on the inference thread.
    static Map<String, PromptState> encode(ClipModel model, List<String> prompts) throws ProblemException {
        List<TokenizedText> tokens = new ArrayList<>();
        for (String prompt : prompts) {
            tokens.add(model.tokenize(prompt));
        }
        Map<String, PromptState> states = new LinkedHashMap<>();
        FloatMatrix projections = model.encodeTexts(tokens);
        for (int i = 0; i < prompts.size(); i++) {
            states.put(
                    prompts.get(i), new PromptState.Encoded(tokens.get(i), Embedding.ofProjection(projections.row(i))));
        }
        return states;
    }

    private void encoded(List<String> prompts, Outcome<Map<String, PromptState>> outcome) {
        switch (outcome) {
            case Outcome.Done(Map<String, PromptState> states) -> states.forEach(embeddings::putPrompt);
            case Outcome.Failed(Throwable cause) -> {
                Problem problem = Problem.of(cause);
                prompts.forEach(prompt -> embeddings.putPrompt(prompt, new PromptState.Failed(problem)));
            }
        }
        session.tell(new SessionChange.PromptsEncoded());
        encodeMissing();
    }
}
