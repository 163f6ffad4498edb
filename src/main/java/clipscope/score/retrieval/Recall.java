package clipscope.score.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// How often what belongs to a query is among the first few that it finds.
///
/// **Thread:** Immutable.
///
/// **Source:** recall@k of image–text retrieval as in Radford et al. 2021, table 13: a query counts if one of
/// its own is among the first k. Equal scores have no order, so a query whose own one is tied counts by the
/// chance that it is among the first k when equals are shuffled.
///
/// @param queries how many were asked
/// @param values for each of the ks, 0 to 1; NaN without queries
public record Recall(int queries, List<Double> values) {

    /// The ks that papers tell.
    public static final List<Integer> KS = List.of(1, 5, 10);

    public Recall {
        values = List.copyOf(values);
    }

    /// One query.
    ///
    /// @param scores of each candidate; NaN for one that cannot be found
    /// @param own which of the candidates belong to the query
    public record Query(IntToDoubleFunction scores, IntPredicate own) {}

    /// Counts, for each of the [#KS].
    ///
    /// @param candidates how many things each query is asked of
    public static Recall of(List<Query> queries, int candidates) {
        double[] sums = new double[KS.size()];
        for (Query query : queries) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += chance(query, candidates, KS.get(i));
            }
        }
        return new Recall(
                queries.size(),
                Arrays.stream(sums).map(sum -> sum / queries.size()).boxed().toList());
    }

    /// {@return the chance that one of the query's own is among the first k}
    static double chance(Query query, int candidates, int k) {
        double best = Double.NaN;
        for (int i = 0; i < candidates; i++) {
            double score = query.scores.applyAsDouble(i);
            if (query.own.test(i) && !(score <= best) && !Double.isNaN(score)) {
                best = score;
            }
        }
        int greater = 0;
        int equal = 0;
        int ownEqual = 0;
        for (int i = 0; i < candidates; i++) {
            double score = query.scores.applyAsDouble(i);
            greater += score > best ? 1 : 0;
            equal += score == best ? 1 : 0;
            ownEqual += score == best && query.own.test(i) ? 1 : 0;
        }
        return hit(Math.clamp(k - greater, 0, equal), equal, ownEqual);
    }

    /// {@return the chance that of `equal` things, `own` of them one's own, one is among `drawn`}
    private static double hit(int drawn, int equal, int own) {
        double missed = 1;
        for (int i = 0; i < drawn; i++) {
            missed *= Math.max(0, (double) (equal - own - i) / (equal - i));
        }
        return 1 - missed;
    }
}
