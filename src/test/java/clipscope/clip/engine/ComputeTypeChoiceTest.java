package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import java.util.Iterator;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The choice with a clock that the test turns, in milliseconds: 3 products in fp32, then 3 in bf16, each
/// with its start and end.
class ComputeTypeChoiceTest {

    @Test
    void bf16IsTakenWhereItIsMuchFaster() throws Exception {
        assertEquals(3, choice(300, 100).measure(base()).gain());
        assertTrue(choice(300, 100).measure(base()).brief());
    }

    @Test
    void fp32IsTakenWhereItIsFasterOrNearlyAsFast() throws Exception {
        assertFalse(choice(100, 300).measure(base()).brief());
        assertFalse(choice(120, 100).measure(base()).brief());
    }

    @Test
    void aSmallNetworkIsNotWorthMeasuring() {
        TransformerShape small = new TransformerShape(192, 768, 6, 3, 1e-5, Activation.GELU);

        assertFalse(ComputeTypeChoice.worthMeasuring(shape(small)));
        assertTrue(ComputeTypeChoice.worthMeasuring(base()));
    }

    private static NetworkShape base() {
        return shape(new TransformerShape(768, 3072, 12, 12, 1e-5, Activation.GELU)); // ViT-B/32
    }

    private static NetworkShape shape(TransformerShape transformer) {
        return new NetworkShape(new ClipVision(transformer, 224, 32, 512), new ClipText(transformer, 100, 8, 512));
    }

    private static ComputeTypeChoice choice(long fp32, long bf16) throws Exception {
        long[] lengths = LongStream.of(fp32, fp32, fp32, bf16, bf16, bf16).toArray();
        Iterator<Long> times = LongStream.range(0, 2L * lengths.length)
                .mapToObj(i -> i % 2 == 0 ? 0 : 1_000_000 * lengths[(int) i / 2])
                .toList()
                .iterator();
        LongSupplier clock = times::next;
        return new ComputeTypeChoice(TorchRuntime.start(), clock);
    }
}
