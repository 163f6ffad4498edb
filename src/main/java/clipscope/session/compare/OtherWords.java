package clipscope.session.compare;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.prompt.LabelList;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.model.Embeddings;
import clipscope.session.model.Embeddings.PromptState;
import clipscope.session.model.ModelSlot;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.task.Outcome;
import clipscope.task.Runners;
import clipscope.task.TaskRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Words that are no label of the session, for "none of these": their prompts encoded, those that mean the
/// same as a label left out.
///
/// Nothing is encoded before somebody wants them. They are encoded as bulk work: labels and images come
/// first.
///
/// **Thread:** Confined to the owner's thread.
public final class OtherWords {

    private static final int CHUNK = 32; // a batch of short texts

    private final Session session;
    private final Embeddings embeddings;
    private final ModelSlot slot;
    private final Runners runners;
    private final JobBoard jobs;
    private final Map<String, PromptState> encoded = new LinkedHashMap<>(); // by word, for the model and template
    private Optional<ClipModel> model = Optional.empty();
    private PromptTemplate template;
    private TaskRunner.Handle encoding = TaskRunner.Handle.NONE;
    private TaskRunner.Handle sifting = TaskRunner.Handle.NONE;
    private @Nullable Job job;
    private boolean stopped; // by the person, until something changes
    private Optional<Sifted> used = Optional.empty();

    /// The words that take part.
    ///
    /// @param words in the order of the list
    /// @param embeddings of their prompts, in the same order
    /// @param synonyms words left out since they mean what a label means
    public record Sifted(List<String> words, List<Embedding> embeddings, List<String> synonyms) {

        public Sifted {
            words = List.copyOf(words);
            embeddings = List.copyOf(embeddings);
            synonyms = List.copyOf(synonyms);
        }

        /// {@return the cosine of an image with each of the words}
        public double[] cosines(Embedding image) {
            return embeddings.stream().mapToDouble(image::cosine).toArray();
        }
    }

    public OtherWords(Session session, Embeddings embeddings, ModelSlot slot, Runners runners, JobBoard jobs) {
        this.session = session;
        this.embeddings = embeddings;
        this.slot = slot;
        this.runners = runners;
        this.jobs = jobs;
        this.template = session.document().template();
        session.onChange(this::follow);
    }

    /// {@return the words that come with ClipScope}
    public static List<String> bundled() {
        try (InputStream in = Objects.requireNonNull(OtherWords.class.getResourceAsStream("other-words.txt"))) {
            return LabelList.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of our own
        }
    }

    /// {@return the words of the session, whether or not they are in use}
    public List<String> list() {
        List<String> own = session.document().scores().words();
        return own.isEmpty() ? bundled() : own;
    }

    /// {@return whether scores depend on other words}
    public boolean wanted() {
        ScoreSettings scores = session.document().scores();
        Optional<ScoreRule> rule = slot.model().map(ClipModel::scoreRule);
        boolean softmax = rule.filter(ScoreRule.Softmax.class::isInstance).isPresent();
        boolean alone =
                rule.map(scores::mode).filter(ScoreMode.INDEPENDENT::equals).isPresent();
        return softmax && (scores.others() || alone);
    }

    /// {@return the words that take part, empty while they are not wanted, or not all encoded}
    public Optional<Sifted> used() {
        return used;
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Prompts(), SessionChange.Scores(), SessionChange.Model() -> restart();
            case SessionChange.PromptsEncoded() -> sift();
            case SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void restart() {
        PromptTemplate now = session.document().template();
        if (!slot.model().equals(model) || !now.equals(template)) {
            stop();
            encoded.clear();
            model = slot.model();
            template = now;
        }
        stopped = false;
        used = Optional.empty();
        encodeMissing();
    }

    private void stop() {
        encoding.cancel();
        encoding = TaskRunner.Handle.NONE;
        endJob();
    }

    private void encodeMissing() {
        List<String> missing =
                list().stream().filter(word -> !encoded.containsKey(word)).toList();
        if (stopped || !wanted() || missing.isEmpty()) {
            stop();
            sift();
            return;
        }
        if (job == null) {
            job = jobs.start("Reading other words", () -> {
                stopped = true;
                stop();
            });
            job.expect(missing.size());
        }
        List<String> words = missing.subList(0, Math.min(CHUNK, missing.size()));
        List<String> prompts = words.stream().map(template::fill).toList();
        ClipModel by = model.orElseThrow(); // wanted only with a model
        encoding.cancel();
        encoding = runners.bulk().submit(_ -> PromptEncoding.encode(by, prompts), outcome -> encoded(words, outcome));
    }

    private void encoded(List<String> words, Outcome<Map<String, PromptState>> outcome) {
        switch (outcome) {
            case Outcome.Done(Map<String, PromptState> states) ->
                words.forEach(word -> encoded.put(word, Objects.requireNonNull(states.get(template.fill(word)))));
            case Outcome.Failed(Throwable _) -> stopped = true; // the labels meet the same problem, and say so
        }
        if (job != null) {
            job.advance(words.size());
        }
        encodeMissing();
    }

    private void endJob() {
        if (job != null) {
            jobs.finish(job);
            job = null;
        }
    }

    /// Leaves out what means the same as a label. Thousands of cosines: not on the owner's thread.
    private void sift() {
        sifting.cancel();
        List<String> words = list();
        if (!wanted() || !words.stream().allMatch(encoded::containsKey)) {
            return;
        }
        List<SynonymFilter.Text> candidates = new ArrayList<>();
        words.forEach(word -> text(word, encoded.get(word)).ifPresent(candidates::add));
        List<SynonymFilter.Text> labels = new ArrayList<>();
        session.document()
                .labels()
                .forEach(label -> text(
                                label,
                                embeddings
                                        .prompt(session.document().prompt(label))
                                        .orElse(null))
                        .ifPresent(labels::add));
        sifting = runners.io().submit(_ -> SynonymFilter.sift(candidates, labels), outcome -> {
            if (outcome instanceof Outcome.Done(Sifted sifted)) {
                used = Optional.of(sifted);
                session.tell(new SessionChange.Surveyed());
            }
        });
    }

    /// Words that the model never met mean nothing.
    private static Optional<SynonymFilter.Text> text(String words, @Nullable PromptState state) {
        return state instanceof PromptState.Encoded(var tokens, var embedding)
                        && tokens.unknownWords().isEmpty()
                ? Optional.of(new SynonymFilter.Text(words, embedding))
                : Optional.empty();
    }
}
