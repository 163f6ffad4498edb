package clipscope.clip.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Prompts of like length together: a batch is as long as its longest, and what fills up the others is
/// computed in vain.
final class PromptBatches {

    /// So many rows keep a matrix product busy; with more, its states fall out of the cache.
    private static final int MOST_TOKENS = 2048;

    private PromptBatches() {}

    /// {@return the places of the prompts, each in one batch}
    static List<List<Integer>> of(List<List<Integer>> prompts) {
        List<Integer> shortestFirst = IntStream.range(0, prompts.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> prompts.get(place).size()))
                .toList();
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        for (int place : shortestFirst) {
            int length = prompts.get(place).size();
            if (!batch.isEmpty() && (batch.size() + 1) * length > MOST_TOKENS) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(place);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
