package clipscope.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CosineBlockTest {

    @Test
    void manyAtOnceAreEqualToOneByOne() {
        Random random = new Random(1);
        List<Embedding> images =
                Stream.generate(() -> random(random, 13)).limit(3).toList();
        List<Embedding> prompts =
                Stream.generate(() -> random(random, 13)).limit(300).toList();

        SimilarityMatrix all = SimilarityMatrix.of(
                IntStream.range(0, 3).mapToObj(i -> new ImageId(i + 1L)).toList(),
                images,
                IntStream.range(0, 300).mapToObj(String::valueOf).toList(),
                prompts);

        for (int i = 0; i < 3; i++) {
            for (int p = 0; p < 300; p++) {
                assertEquals(images.get(i).cosine(prompts.get(p)), all.cosines().at(i, p));
            }
        }
    }

    @Test
    void embeddingsOfTwoModelsAreRefused() {
        CosineBlock block = new CosineBlock(List.of(Embedding.ofProjection(new float[] {1, 2})));

        assertThrows(
                IllegalArgumentException.class,
                () -> block.cosines(Embedding.ofProjection(new float[] {1}), new float[1], 0));
    }

    private static Embedding random(Random random, int dimensions) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return Embedding.ofProjection(values);
    }
}
