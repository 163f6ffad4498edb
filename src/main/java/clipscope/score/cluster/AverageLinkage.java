package clipscope.score.cluster;

import clipscope.task.Cancellation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Hierarchical clustering: the two groups that are nearest on average are joined, again and again.
///
/// Done by chains of nearest neighbours, which finds the same tree in n² steps: two groups that are each
/// other's nearest stay so, whatever else is joined first.
///
/// **Source:** Müllner 2011, "Modern hierarchical, agglomerative clustering algorithms", section 3.2
/// (nearest-neighbour chain) and table 1 (average).
final class AverageLinkage {

    private final CosineDistances distances;
    private final int[] sizes; // 0 once joined into another
    private final int[] chain;
    private int chained;

    private AverageLinkage(CosineDistances distances) {
        this.distances = distances;
        this.sizes = new int[distances.count()];
        this.chain = new int[distances.count()];
        Arrays.fill(sizes, 1);
    }

    private record Join(int a, int b, float height) {}

    /// Builds the tree. The distances are used up.
    ///
    /// @param onJoins told of each join
    static Dendrogram of(CosineDistances distances, Cancellation cancelled, LongConsumer onJoins) {
        return new AverageLinkage(distances).build(cancelled, onJoins);
    }

    private Dendrogram build(Cancellation cancelled, LongConsumer onJoins) {
        int n = distances.count();
        Join[] joins = new Join[Math.max(0, n - 1)];
        for (int i = 0; i < joins.length; i++) {
            if (cancelled.requested()) {
                throw new CancellationException();
            }
            joins[i] = next();
            onJoins.accept(1);
        }
        Arrays.sort(joins, Comparator.comparingDouble(Join::height)); // stable: a join stays after those below it
        return tree(n, joins);
    }

    private Join next() {
        if (chained == 0) {
            chain[chained++] = IntStream.range(0, sizes.length)
                    .filter(i -> sizes[i] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        while (true) {
            int last = chain[chained - 1];
            int before = chained > 1 ? chain[chained - 2] : -1;
            int nearest = nearest(last, before);
            if (nearest == before) {
                chained -= 2;
                return join(before, last);
            }
            chain[chained++] = nearest;
        }
    }

    /// The one before in the chain is taken among equals: else a chain of ties would go round for ever.
    private int nearest(int from, int preferred) {
        int nearest = preferred;
        float least = preferred < 0 ? Float.POSITIVE_INFINITY : distances.at(from, preferred);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && i != from) {
                float distance = distances.at(from, i);
                if (distance < least) {
                    least = distance;
                    nearest = i;
                }
            }
        }
        return nearest;
    }

    /// The joined group goes on under the second name.
    private Join join(int a, int b) {
        Join join = new Join(a, b, distances.at(a, b));
        float weight = (float) sizes[a] / (sizes[a] + sizes[b]);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && i != a && i != b) {
                distances.set(i, b, weight * distances.at(i, a) + (1 - weight) * distances.at(i, b));
            }
        }
        sizes[b] += sizes[a];
        sizes[a] = 0;
        return join;
    }

    /// Names become nodes: a group's name stands for the latest join it took part in.
    private static Dendrogram tree(int n, Join[] joins) {
        int[] node = IntStream.range(0, 2 * n).toArray(); // the parent, in a forest of joined names
        int[] left = new int[joins.length];
        int[] right = new int[joins.length];
        for (int i = 0; i < joins.length; i++) {
            int a = root(node, joins[i].a());
            int b = root(node, joins[i].b());
            left[i] = Math.min(a, b);
            right[i] = Math.max(a, b);
            node[a] = n + i;
            node[b] = n + i;
        }
        return new Dendrogram(n, left, right);
    }

    private static int root(int[] parents, int of) {
        int node = of;
        while (parents[node] != node) {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }
        return node;
    }
}
