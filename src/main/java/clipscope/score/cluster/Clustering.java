package clipscope.score.cluster;

import clipscope.embedding.Embedding;
import clipscope.task.Cancellation;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// An order in which embeddings that are alike stand side by side: that of the leaves of a hierarchical
/// clustering, by average linkage on the cosine distance.
///
/// **Thread:** Immutable.
///
/// @param order places in the list that was clustered, as they come to stand
/// @param optimal whether neighbours are as near as the tree allows; if not, the order is any that the tree
///     allows
public record Clustering(List<Integer> order, boolean optimal) {

    /// How many may be clustered: 800 MB of distances.
    public static final int LIMIT = 20_000;

    /// How many are put in the optimal order, which takes n³ steps: about ten seconds for 3,000.
    public static final int OPTIMAL_LIMIT = 3_000;

    public Clustering {
        order = List.copyOf(order);
    }

    /// {@return how much there is to do, in the steps that [#of] tells of}
    public static long steps(int count) {
        long pairs = (long) count * (count - 1) / 2;
        return pairs + Math.max(0, count - 1) + (count <= OPTIMAL_LIMIT && count > 2 ? pairs : 0);
    }

    /// Clusters: seconds for thousands, so not for the JavaFX thread.
    ///
    /// @param onSteps told how many steps were done since it was told last
    /// @throws IllegalArgumentException if there are more than [#LIMIT]
    /// @throws java.util.concurrent.CancellationException if nobody wants the result any more
    public static Clustering of(List<Embedding> embeddings, Cancellation cancelled, LongConsumer onSteps) {
        int count = embeddings.size();
        if (count > LIMIT) {
            throw new IllegalArgumentException("%d to cluster".formatted(count));
        }
        Dendrogram tree = AverageLinkage.of(CosineDistances.of(embeddings, cancelled, onSteps), cancelled, onSteps);
        boolean optimal = count <= OPTIMAL_LIMIT;
        int[] order = optimal
                ? OptimalLeafOrder.of(tree, CosineDistances.of(embeddings, cancelled, _ -> {}), cancelled, onSteps)
                : tree.order();
        return new Clustering(Arrays.stream(order).boxed().toList(), optimal);
    }
}
