package clipscope.session.compare;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.embedding.SimilarityMatrix;
import clipscope.prompt.PromptTemplate;
import clipscope.score.LabelScore;
import clipscope.score.Probabilities;
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
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares the images of a session with its prompts, as far as both are encoded.
///
/// **Thread:** Confined to the owner's thread; a [Snapshot] may be evaluated on any.
public final class Comparison {

    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Session session;
    private final Embeddings embeddings;
    private final ModelSlot slot;

    public Comparison(Session session, Embeddings embeddings, ModelSlot slot) {
        this.session = session;
        this.embeddings = embeddings;
        this.slot = slot;
    }

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

    /// {@return what can be said of each label for one image, in the order of the labels}
    public List<LabelResult> labels(ImageId image) {
        Map<String, PromptState.Encoded> comparable = comparable();
        Map<String, LabelScore> scores = embeddings
                .image(image)
                .map(embedding -> scores(embedding, comparable))
                .orElse(Map.of());
        return session.document().labels().stream()
                .map(label -> result(label, scores))
                .toList();
    }

    /// {@return why labels have no numbers, whatever the image; labels that can be compared are left out}
    public Map<String, LabelResult> obstacles() {
        Set<String> comparable = comparable().keySet();
        Map<String, LabelResult> obstacles = new LinkedHashMap<>();
        for (String label : session.document().labels()) {
            if (!comparable.contains(label)) {
                obstacles.put(label, result(label, Map.of()));
            }
        }
        return obstacles;
    }

    private LabelResult result(String label, Map<String, LabelScore> scores) {
        String prompt = session.document().template().fill(label);
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

    /// The labels whose prompts are encoded and made of words the model knows.
    private Map<String, PromptState.Encoded> comparable() {
        Map<String, PromptState.Encoded> comparable = new LinkedHashMap<>();
        PromptTemplate template = session.document().template();
        for (String label : session.document().labels()) {
            if (embeddings.prompt(template.fill(label)).orElse(null) instanceof PromptState.Encoded encoded
                    && known(label, encoded.tokens())) {
                comparable.put(label, encoded);
            }
        }
        return comparable;
    }

    private Map<String, LabelScore> scores(Embedding image, Map<String, PromptState.Encoded> comparable) {
        List<String> labels = List.copyOf(comparable.keySet());
        double[] cosines = comparable.values().stream()
                .mapToDouble(prompt -> image.cosine(prompt.embedding()))
                .toArray();
        ScoreRule rule = scoreRule();
        double[] probabilities = Probabilities.of(cosines, rule);
        Map<String, LabelScore> scores = new LinkedHashMap<>();
        for (int i = 0; i < cosines.length; i++) {
            String label = labels.get(i);
            String prompt = session.document().template().fill(label);
            scores.put(label, new LabelScore(label, prompt, cosines[i], rule.logit(cosines[i]), probabilities[i]));
        }
        return scores;
    }

    /// A word of the template that the model does not know weakens every label alike; one of the label makes
    /// its number meaningless.
    private static boolean known(String label, TokenizedText tokens) {
        Set<String> words = Set.copyOf(Arrays.asList(NOT_OF_WORDS.split(label.toLowerCase(Locale.ROOT), -1)));
        return tokens.unknownWords().stream().noneMatch(words::contains);
    }

    private ScoreRule scoreRule() {
        return slot.model().map(ClipModel::scoreRule).orElse(new ScoreRule.Softmax(1));
    }
}
