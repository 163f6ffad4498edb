package clipscope.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.embedding.FloatMatrix;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void logitsThatDifferByLn3GiveThreeQuarters() {
        double scale = 100;

        assertArrayEquals(
                new double[] {0.75, 0.25}, Softmax.of(new double[] {0.2 + Math.log(3) / scale, 0.2}, scale), 1e-12);
    }

    /// Softmax undoes the logarithm: these are the probabilities that the README of openai/CLIP prints for
    /// CLIP.png.
    @Test
    void theLogarithmsOfProbabilitiesGiveThemBack() {
        double[] published = {0.9927937, 0.00421068, 0.00299572};
        double[] cosines = {Math.log(published[0]) / 100, Math.log(published[1]) / 100, Math.log(published[2]) / 100};

        assertArrayEquals(published, Softmax.of(cosines, 100), 1e-6);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertArrayEquals(new double[] {1, 0}, Softmax.of(new double[] {1, -1}, 100_000), 0);
    }

    @Test
    void oneIsCertainAndNoneIsNone() {
        assertArrayEquals(new double[] {1}, Softmax.of(new double[] {0.1}, 100), 0);
        assertArrayEquals(new double[0], Softmax.of(new double[0], 100), 0);
    }

    @Test
    void rowsSumToOneOverPromptsAndColumnsOverImages() {
        float step = (float) Math.log(3);
        FloatMatrix cosines = FloatMatrix.copyOf(2, 2, new float[] {step, 0, 0, 0});

        FloatMatrix overPrompts = Softmax.overPrompts(cosines, 1);
        FloatMatrix overImages = Softmax.overImages(cosines, 1);

        assertArrayEquals(new float[] {0.75f, 0.25f, 0.5f, 0.5f}, overPrompts.toArray(), 1e-6f);
        assertArrayEquals(new float[] {0.75f, 0.5f, 0.25f, 0.5f}, overImages.toArray(), 1e-6f);
        assertEquals(2, overImages.columns());
    }
}
