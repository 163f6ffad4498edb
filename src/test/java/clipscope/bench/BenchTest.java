package clipscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.bench.BenchReport.Encoding;
import clipscope.bench.BenchReport.Rate;
import clipscope.clip.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final Path MODEL = Path.of("src/test/golden/clip/quick-gelu-f32");

    private long now;

    @Test
    void everyBatchHasARateAndALimitInThePrecisionAskedFor() throws Exception {
        List<String> steps = new ArrayList<>();

        BenchReport report = Bench.run(
                MODEL,
                List.of(Precision.FP32),
                OptionalInt.empty(),
                steps::add,
                new Stopwatch(() -> now += 1_000_000_000)); // three runs each

        Encoding encoding = report.encodings().getFirst();
        assertEquals("fp32", encoding.precision());
        assertEquals(
                List.of(1, 8, 32, 64),
                encoding.images().stream().map(Rate::batch).toList());
        assertEquals(
                List.of(1, 8, 32, 64),
                encoding.texts().stream().map(Rate::batch).toList());
        assertTrue(encoding.images().stream().allMatch(rate -> rate.perSecond() > 0 && rate.limit() > 0));
        assertEquals(1, encoding.opening().loadSeconds()); // the clock is read before and after
        assertEquals(96, encoding.pipelinePerSecond()); // pictures in one second of this clock
        assertEquals(new BenchReport.Prompts(800, 32), encoding.prompts().orElseThrow());
        assertEquals(2, report.preparing().size());
        assertTrue(report.preparing().stream().allMatch(each -> each.exactPerSecond() > 0));
        assertEquals("loading in fp32", steps.getFirst());
    }

    @Test
    void aShareIsTheRateOverTheLimitAndATimeItsInverse() {
        Rate rate = new Rate(32, 40, 160);

        assertEquals(0.25, rate.share());
        assertEquals(800, rate.milliseconds());
    }
}
