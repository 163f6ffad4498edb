package clipscope.ui.duel.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.ImageId;
import clipscope.embedding.SimilarityMatrix;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.score.duel.Corner;
import clipscope.score.duel.DuelScores;
import clipscope.score.ensemble.LabelScores;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.FolderLabels;
import clipscope.ui.heatmap.ValueRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Two models compared, with the names of what was compared.
///
/// **Shape:** rows are images that both have encoded, columns labels that both know, in the order of the
/// session.
///
/// **Thread:** Immutable.
///
/// @param sources where each image comes from
/// @param others how many labels are not compared: one of the two does not know a word of them, or they
///     are left out for now
/// @param truths for each image the place of its label, where its folder is called by one
public record DuelTable(
        List<ImageId> images,
        List<ImageSource> sources,
        List<String> labels,
        int others,
        List<OptionalInt> truths,
        Side left,
        Side right,
        DuelScores scores) {

    private static final Texts TEXTS = Texts.beside(DuelTable.class);

    private static final DuelScores NO_SCORES = new DuelScores(List.of(), List.of(), Optional.empty());

    public DuelTable {
        images = List.copyOf(images);
        sources = List.copyOf(sources);
        labels = List.copyOf(labels);
        truths = List.copyOf(truths);
    }

    /// What the cells show.
    public enum Mode {
        COSINE("mode.cosine"),
        PROBABILITY("mode.probability");

        private final String key;

        Mode(String key) {
            this.key = key;
        }

        /// {@return the name on the button}
        public String title() {
            return TEXTS.get(key);
        }
    }

    /// What one model makes of all of them.
    ///
    /// @param prompts one for each label
    /// @param probabilities as the model was trained to give them, in [0, 1]
    /// @param range of the cosines
    public record Side(Corner corner, List<String> prompts, FloatMatrix probabilities, ValueRange range) {

        public Side {
            prompts = List.copyOf(prompts);
        }

        static Side of(FloatMatrix cosines, ScoreRule rule, List<String> prompts) {
            return new Side(
                    new Corner(cosines, rule),
                    prompts,
                    LabelScores.ofCosines(cosines, rule).probabilities(),
                    ValueRange.of(cosines));
        }

        /// {@return the number in a cell}
        public float value(Mode mode, int row, int column) {
            return switch (mode) {
                case COSINE -> corner.cosines().at(row, column);
                case PROBABILITY -> probabilities.at(row, column);
            };
        }

        /// {@return the range of the colours: of cosines the model's own, since those of two models have no
        /// common measure; of probabilities the same for both}
        public ValueRange range(Mode mode) {
            return mode == Mode.COSINE ? range : new ValueRange(0, 1);
        }
    }

    /// All that a duel is computed from, at one moment.
    ///
    /// @param sources where the images come from
    /// @param prompts of a label: the left model's and the right one's
    public record Input(
            Comparison.Snapshot left,
            Comparison.Snapshot right,
            Map<ImageId, ImageSource> sources,
            Map<String, List<String>> prompts) {}

    /// Compares: not for the JavaFX thread.
    public static DuelTable of(Input input) {
        Shared shared = Shared.of(input.left(), input.right());
        Side left = side(input, shared, input.left(), 0);
        Side right = side(input, shared, input.right(), 1);
        FolderLabels folders = new FolderLabels(shared.labels);
        List<ImageSource> sources = shared.images.stream()
                .map(image -> Objects.requireNonNull(input.sources().get(image)))
                .toList();
        List<OptionalInt> truths = sources.stream().map(folders::label).toList();
        DuelScores scores = shared.isEmpty() ? NO_SCORES : DuelScores.of(left.corner(), right.corner(), truths);
        return new DuelTable(
                shared.images,
                sources,
                shared.labels,
                input.prompts().size() - shared.labels.size(),
                truths,
                left,
                right,
                scores);
    }

    /// What both have.
    private record Shared(List<ImageId> images, List<String> labels) {

        static Shared of(Comparison.Snapshot left, Comparison.Snapshot right) {
            return new Shared(shared(left.images(), right.images()), shared(left.labels(), right.labels()));
        }

        private static <T> List<T> shared(List<T> ordered, List<T> others) {
            Set<T> known = new HashSet<>(others);
            return ordered.stream().filter(known::contains).toList();
        }

        boolean isEmpty() {
            return images.isEmpty() || labels.isEmpty();
        }
    }

    private static Side side(Input input, Shared shared, Comparison.Snapshot snapshot, int place) {
        List<Embedding> images = chosen(snapshot.images(), snapshot.imageEmbeddings(), shared.images);
        List<Embedding> prompts = chosen(snapshot.labels(), snapshot.promptEmbeddings(), shared.labels);
        return Side.of(
                SimilarityMatrix.of(shared.images, images, shared.labels, prompts)
                        .cosines(),
                snapshot.scoreRule(),
                shared.labels.stream()
                        .map(label -> Objects.requireNonNull(input.prompts().get(label))
                                .get(place))
                        .toList());
    }

    private static <T> List<Embedding> chosen(List<T> names, List<Embedding> embeddings, List<T> wanted) {
        Map<T, Embedding> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), embeddings.get(i));
        }
        List<Embedding> chosen = new ArrayList<>();
        wanted.forEach(name -> chosen.add(Objects.requireNonNull(byName.get(name))));
        return chosen;
    }
}
