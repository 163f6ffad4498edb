package clipscope.session.compare;

import clipscope.clip.ClipModel;
import clipscope.embedding.Embedding;
import clipscope.problem.Problem;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.model.Embeddings;
import clipscope.session.model.Embeddings.PromptState;
import clipscope.session.model.ModelSlot;
import clipscope.task.Outcome;
import clipscope.task.Runners;
import clipscope.task.TaskRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Embeddings of prompts beside those of the session: templates tried out, sentences with a word left out.
/// Nothing is encoded twice; another model empties it.
///
/// **Memory:** at most [#LIMIT] prompts; of 512 dimensions, 40 MB.
///
/// **Thread:** Confined to the owner's thread.
public final class ExtraPrompts {

    /// So many are kept, and no more can be asked for at a time.
    public static final int LIMIT = 20_000;

    private static final int CHUNK = 32;

    private final Embeddings embeddings;
    private final ModelSlot slot;
    private final Runners runners;
    private final Map<String, PromptState> kept = new LinkedHashMap<>();
    private Optional<ClipModel> model = Optional.empty();

    /// Who waits.
    public enum Urgency {
        /// A person, for a few.
        SOON,
        /// A long job, whose batches let others pass.
        BULK
    }

    /// Told how it goes.
    ///
    /// @param onProgress how many have been encoded since the last time
    /// @param onEnd told at the end why one could not be encoded, empty if all are there
    public record Listener(IntConsumer onProgress, Consumer<? super Optional<Problem>> onEnd) {}

    public ExtraPrompts(Session session, Embeddings embeddings, ModelSlot slot, Runners runners) {
        this.embeddings = embeddings;
        this.slot = slot;
        this.runners = runners;
        session.onChange(this::follow);
    }

    private void follow(SessionChange change) {
        if (change instanceof SessionChange.Model && !slot.model().equals(model)) {
            model = slot.model();
            kept.clear();
        }
    }

    /// {@return the embedding of a prompt, if it has been encoded}
    public Optional<Embedding> embedding(String prompt) {
        return state(prompt) instanceof PromptState.Encoded encoded
                ? Optional.of(encoded.embedding())
                : Optional.empty();
    }

    /// {@return what became of a prompt, null while it has not been encoded}
    @Nullable
    PromptState state(String prompt) {
        return embeddings.prompt(prompt).orElse(kept.get(prompt));
    }

    /// {@return the prompts that are still to be encoded, each once}
    public List<String> missing(Collection<String> prompts) {
        return new LinkedHashSet<>(prompts)
                .stream().filter(prompt -> embedding(prompt).isEmpty()).toList();
    }

    /// Encodes what is missing, batch by batch. Ends without a word if the model is replaced meanwhile.
    ///
    /// @return stops it; what is encoded already is kept
    public TaskRunner.Handle encode(Collection<String> prompts, Urgency urgency, Listener listener) {
        Run run = new Run(missing(prompts), urgency, listener);
        run.next();
        return run::cancel;
    }

    /// One list on its way.
    private final class Run {

        private final List<String> left;
        private final Listener listener;
        private final TaskRunner runner;
        private final Optional<ClipModel> with = slot.model();
        private TaskRunner.Handle running = TaskRunner.Handle.NONE;

        Run(List<String> missing, Urgency urgency, Listener listener) {
            this.left = new ArrayList<>(missing);
            this.listener = listener;
            this.runner = urgency == Urgency.SOON ? runners.soon() : runners.bulk();
        }

        void next() {
            if (left.isEmpty()) {
                listener.onEnd().accept(Optional.empty());
            } else if (with.isPresent() && with.equals(slot.model())) {
                List<String> chunk = List.copyOf(left.subList(0, Math.min(CHUNK, left.size())));
                running = runner.submit(
                        _ -> PromptEncoding.encode(with.get(), chunk), outcome -> encoded(chunk.size(), outcome));
            }
        }

        void cancel() {
            running.cancel();
            left.clear();
        }

        private void encoded(int count, Outcome<Map<String, PromptState>> outcome) {
            switch (outcome) {
                case Outcome.Done(Map<String, PromptState> states)
                when with.equals(slot.model()) -> {
                    keep(states);
                    left.subList(0, count).clear();
                    listener.onProgress().accept(count);
                    next();
                }
                case Outcome.Done<Map<String, PromptState>> _ -> {} // of a model that is gone
                case Outcome.Failed(Throwable cause) -> listener.onEnd().accept(Optional.of(Problem.of(cause)));
            }
        }
    }

    private void keep(Map<String, PromptState> states) {
        kept.putAll(states);
        while (kept.size() > LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
