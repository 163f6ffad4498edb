package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptBatchesTest {

    @Test
    void fewPromptsAreOneBatchWithTheShortestFirst() {
        assertEquals(List.of(List.of(1, 2, 0)), PromptBatches.of(prompts(9, 3, 5)));
        assertEquals(List.of(), PromptBatches.of(List.of()));
    }

    @Test
    void aPromptLongerThanABatchIsOneOfItsOwn() {
        assertEquals(List.of(List.of(1), List.of(0)), PromptBatches.of(prompts(5_000, 4)));
    }

    @Test
    void manyPromptsOfAllLengthsAreHardlyFilledUp() {
        List<List<Integer>> prompts =
                prompts(IntStream.range(0, 8_000).map(i -> 8 + i % 13).toArray());
        List<List<Integer>> batches = PromptBatches.of(prompts);
        int real = prompts.stream().mapToInt(List::size).sum();
        int computed = batches.stream()
                .mapToInt(batch -> batch.size()
                        * batch.stream()
                                .mapToInt(place -> prompts.get(place).size())
                                .max()
                                .orElseThrow())
                .sum();

        assertEquals(
                IntStream.range(0, 8_000).boxed().toList(),
                batches.stream().flatMap(List::stream).sorted().toList());
        assertTrue(computed < 1.02 * real, "%d tokens for %d".formatted(computed, real));
    }

    private static List<List<Integer>> prompts(int... lengths) {
        return IntStream.of(lengths)
                .mapToObj(length -> Collections.nCopies(length, 1))
                .toList();
    }
}
