package clipscope.session.compare;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.prompt.LabelList;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.model.Embeddings.PromptState;
import clipscope.session.model.ModelSlot;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private static final Texts TEXTS = Texts.beside(OtherWords.class);

    private static final List<String> BUNDLED = read();

    private final Session session;
    private final ExtraPrompts prompts;
    private final ModelSlot slot;
    private final TaskRunner io;
    private final JobBoard jobs;
    private TaskRunner.Handle encoding = TaskRunner.Handle.NONE;
    private TaskRunner.Handle sifting = TaskRunner.Handle.NONE;
    private @Nullable Job job;
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

    public OtherWords(Session session, ExtraPrompts prompts, ModelSlot slot, TaskRunner io, JobBoard jobs) {
        this.session = session;
        this.prompts = prompts;
        this.slot = slot;
        this.io = io;
        this.jobs = jobs;
        session.onChange(this::follow);
    }

    /// {@return the words that come with ClipScope}
    public static List<String> bundled() {
        return BUNDLED;
    }

    private static List<String> read() {
        try (InputStream in = Objects.requireNonNull(OtherWords.class.getResourceAsStream("other-words.txt"))) {
            return LabelList.lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of our own
        }
    }

    /// {@return the words of the session, whether or not they are in use}
    public List<String> list() {
        List<String> own = session.document().scores().words();
        return own.isEmpty() ? BUNDLED : own;
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
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void restart() {
        stop();
        used = Optional.empty();
        if (!wanted()) {
            return;
        }
        List<String> missing = prompts.missing(ofWords());
        if (missing.isEmpty()) {
            sift();
            return;
        }
        Job reading = jobs.start(TEXTS.get("job.words"), this::stop);
        reading.expect(missing.size());
        job = reading;
        encoding = prompts.encode(
                missing, ExtraPrompts.Urgency.BULK, new ExtraPrompts.Listener(reading::advance, this::encoded));
    }

    private void stop() {
        encoding.cancel();
        sifting.cancel();
        if (job != null) {
            jobs.finish(job);
            job = null;
        }
    }

    /// If one could not be encoded the labels meet the same problem, and say so.
    private void encoded(Optional<Problem> problem) {
        stop();
        if (problem.isEmpty()) {
            sift();
        }
    }

    private List<String> ofWords() {
        return list().stream().map(session.document().template()::fill).toList();
    }

    /// Leaves out what means the same as a label. Thousands of cosines: not on the owner's thread.
    private void sift() {
        sifting.cancel();
        if (!wanted() || !prompts.missing(ofWords()).isEmpty()) {
            return;
        }
        List<SynonymFilter.Text> words = new ArrayList<>();
        list().forEach(word ->
                text(word, session.document().template().fill(word)).ifPresent(words::add));
        List<SynonymFilter.Text> labels = new ArrayList<>();
        session.document()
                .labels()
                .forEach(label -> text(label, session.document().prompt(label)).ifPresent(labels::add));
        sifting = io.submit(_ -> SynonymFilter.sift(words, labels), outcome -> {
            if (outcome instanceof Outcome.Done(Sifted sifted)) {
                used = Optional.of(sifted);
                session.tell(new SessionChange.Surveyed());
            }
        });
    }

    /// Words that the model never met mean nothing.
    private Optional<SynonymFilter.Text> text(String words, String prompt) {
        return prompts.state(prompt) instanceof PromptState.Encoded(var tokens, var embedding)
                        && tokens.unknownWords().isEmpty()
                ? Optional.of(new SynonymFilter.Text(words, embedding))
                : Optional.empty();
    }
}
