package clipscope.session.compare;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.embedding.SimilarityMatrix;
import clipscope.score.ImageScores;
import clipscope.score.LabelScore;
import clipscope.score.ScoreMode;
import clipscope.session.ImageState;
import clipscope.session.Session;
import clipscope.session.model.Embeddings;
import clipscope.session.model.Embeddings.PromptState;
import clipscope.session.model.ModelSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares the images of a session with its prompts, as far as both are encoded.
///
/// **Thread:** Confined to the owner's thread; a [Snapshot] may be evaluated on any.
public final class Comparison {

    private static final double[] NO_WORDS = {};
    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Session session;
    private final Embeddings embeddings;
    private final ModelSlot slot;
    private final OtherWords others;

    public Comparison(Session session, Embeddings embeddings, ModelSlot slot, OtherWords others) {
        this.session = session;
        this.embeddings = embeddings;
        this.slot = slot;
        this.others = others;
    }

    /// What can be said of one image.
    ///
    /// @param labels in the order of the session
    /// @param none whether it is none of the labels; empty where that is not asked
    public record OfImage(List<LabelResult> labels, Optional<None> none) {

        public OfImage {
            labels = List.copyOf(labels);
        }
    }

    /// None of the labels, but one of other words.
    ///
    /// @param probability of all other words together, [0, 1]
    /// @param words how many they are
    public record None(double probability, int words) {}

    /// All that a matrix of cosines is computed from.
    ///
    /// @param images the encoded images, in the order of the session
    /// @param labels the labels that can be compared, in the order of the session
    public record Snapshot(
            List<ImageId> images,
            List<Embedding> imageEmbeddings,
            List<String> labels,
            List<Embedding> promptEmbeddings,
            ScoreRule scoreRule) {

        public Snapshot {
            images = List.copyOf(images);
            imageEmbeddings = List.copyOf(imageEmbeddings);
            labels = List.copyOf(labels);
            promptEmbeddings = List.copyOf(promptEmbeddings);
        }

        /// Computes every cosine. Takes about a millisecond for 10,000 pairs: not for the JavaFX thread.
        public SimilarityMatrix cosines() {
            return SimilarityMatrix.of(images, imageEmbeddings, labels, promptEmbeddings);
        }
    }

    /// {@return what the matrix of the grid is computed from, at this moment}
    public Snapshot snapshot() {
        List<ImageId> images = new ArrayList<>();
        List<Embedding> imageEmbeddings = new ArrayList<>();
        for (ImageId id : session.document().images()) {
            embeddings.image(id).ifPresent(embedding -> {
                images.add(id);
                imageEmbeddings.add(embedding);
            });
        }
        List<String> labels = new ArrayList<>();
        List<Embedding> promptEmbeddings = new ArrayList<>();
        comparable().forEach((label, encoded) -> {
            labels.add(label);
            promptEmbeddings.add(encoded.embedding());
        });
        return new Snapshot(images, imageEmbeddings, labels, promptEmbeddings, scoreRule());
    }

    /// {@return what can be said of one image of the session}
    public OfImage of(ImageId image) {
        return of(embeddings.image(image), Set.of());
    }

    /// {@return what can be said of any image}
    ///
    /// @param embedding empty while it is being made
    /// @param broughtBack labels that take part although they are left out
    public OfImage of(Optional<Embedding> embedding, Set<String> broughtBack) {
        Map<String, PromptState.Encoded> comparable = comparable(broughtBack);
        if (embedding.isEmpty()
                || comparable.isEmpty()
                || (others.wanted() && others.used().isEmpty())) {
            return new OfImage(results(Map.of(), broughtBack), Optional.empty());
        }
        double[] cosines = comparable.values().stream()
                .mapToDouble(prompt -> embedding.get().cosine(prompt.embedding()))
                .toArray();
        double[] ofOthers =
                others.used().map(words -> words.cosines(embedding.get())).orElse(NO_WORDS);
        ScoreRule rule = scoreRule();
        ScoreMode mode = session.document().scores().mode(rule);
        ImageScores scores = ImageScores.of(cosines, ofOthers, rule, mode);
        Map<String, LabelScore> byLabel = new LinkedHashMap<>();
        int i = 0;
        for (String label : comparable.keySet()) {
            String prompt = session.document().prompt(label);
            byLabel.put(
                    label,
                    new LabelScore(
                            label,
                            prompt,
                            cosines[i],
                            rule.logit(cosines[i]),
                            scores.probabilities().get(i)));
            i++;
        }
        Optional<None> none = mode == ScoreMode.SOFTMAX && ofOthers.length > 0
                ? Optional.of(new None(scores.none(), ofOthers.length))
                : Optional.empty();
        return new OfImage(results(byLabel, broughtBack), none);
    }

    private List<LabelResult> results(Map<String, LabelScore> scores, Set<String> broughtBack) {
        return session.document().labels().stream()
                .map(label -> result(label, scores, broughtBack))
                .toList();
    }

    /// {@return how many images are encoded}
    int encodedImages() {
        return (int) session.document().images().stream()
                .filter(id -> embeddings.image(id).isPresent())
                .count();
    }

    /// {@return whether no image waits to be encoded}
    boolean allEncoded() {
        return session.document().images().stream()
                .allMatch(id -> embeddings.image(id).isPresent() || session.state(id) instanceof ImageState.Unusable);
    }

    /// {@return why labels have no numbers, whatever the image; labels that can be compared are left out}
    public Map<String, LabelResult> obstacles() {
        Set<String> comparable = comparable().keySet();
        Map<String, LabelResult> obstacles = new LinkedHashMap<>();
        for (String label : session.document().labels()) {
            if (!comparable.contains(label)) {
                obstacles.put(label, result(label, Map.of(), Set.of()));
            }
        }
        return obstacles;
    }

    private LabelResult result(String label, Map<String, LabelScore> scores, Set<String> broughtBack) {
        if (leftOut(label, broughtBack)) {
            return new LabelResult.LeftOut(label);
        }
        String prompt = session.document().prompt(label);
        return switch (embeddings.prompt(prompt).orElse(null)) {
            case null -> new LabelResult.Waiting(label);
            case PromptState.Failed failed -> new LabelResult.Failed(label, failed.problem());
            case PromptState.Encoded encoded -> result(label, encoded.tokens(), scores.get(label));
        };
    }

    private static LabelResult result(String label, TokenizedText tokens, @Nullable LabelScore score) {
        if (!known(label, tokens)) {
            return new LabelResult.Unknown(label, tokens);
        }
        return score == null ? new LabelResult.Waiting(label) : new LabelResult.Scored(score, tokens);
    }

    private boolean leftOut(String label, Set<String> broughtBack) {
        return session.document().scores().leftOut().contains(label) && !broughtBack.contains(label);
    }

    private Map<String, PromptState.Encoded> comparable() {
        return comparable(Set.of());
    }

    /// The labels that take part, whose prompts are encoded and made of words the model knows.
    private Map<String, PromptState.Encoded> comparable(Set<String> broughtBack) {
        Map<String, PromptState.Encoded> comparable = new LinkedHashMap<>();
        for (String label : session.document().labels()) {
            if (!leftOut(label, broughtBack)
                    && embeddings.prompt(session.document().prompt(label)).orElse(null)
                            instanceof PromptState.Encoded encoded
                    && known(label, encoded.tokens())) {
                comparable.put(label, encoded);
            }
        }
        return comparable;
    }

    /// A word of the template that the model does not know weakens every label alike; one of the label makes
    /// its number meaningless.
    private static boolean known(String label, TokenizedText tokens) {
        Set<String> words = Set.copyOf(Arrays.asList(NOT_OF_WORDS.split(label.toLowerCase(Locale.ROOT), -1)));
        return tokens.unknownWords().stream().noneMatch(words::contains);
    }

    /// {@return the model's rule, with the temperature the person wants}
    public ScoreRule scoreRule() {
        return session.document()
                .scores()
                .applied(slot.model().map(ClipModel::scoreRule).orElse(new ScoreRule.Softmax(1)));
    }
}
