package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.tower.WeightSpec;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.open.Checkpoints;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoredWeightsTest {

    private static final int SIDE = 1024;

    @TempDir
    private Path folder;

    /// Linux tells in `/proc/self/smaps` how much of each mapping is in memory.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsUnloadedIsNotHeldAndStillThere() throws Exception {
        float[] numbers = new float[SIDE * SIDE];
        Arrays.fill(numbers, 3);
        List<Long> shape = List.of((long) SIDE, (long) SIDE);
        Path file = folder.resolve("matrix.safetensors");
        SafetensorsWriter.write(file, List.of(FloatTensor.adopt("matrix", shape, numbers)));
        try (Checkpoint checkpoint = Checkpoints.open(file);
                StoredWeights weights = new StoredWeights(checkpoint, List.of(new WeightSpec("matrix", shape)))) {
            MemorySegment bytes =
                    checkpoint.bytes(checkpoint.tensors().values().iterator().next());
            assertEquals(3f * SIDE * SIDE, sum(bytes));
            assertTrue(inMemory(file) > 4000, "all of it was read");

            weights.unload();

            assertTrue(inMemory(file) < 1000, inMemory(file) + " kB");
            assertEquals(3f * SIDE * SIDE, sum(bytes));
        }
    }

    private static double sum(MemorySegment floats) {
        double sum = 0;
        for (long i = 0; i < floats.byteSize() / Float.BYTES; i++) {
            sum += floats.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i);
        }
        return sum;
    }

    /// {@return kilobytes of a mapped file}
    private static long inMemory(Path file) throws IOException {
        return Pattern.compile(Pattern.quote(file.toRealPath().toString()) + "\n(?:\\w+:.*\n)*?Rss: +(\\d+) kB")
                .matcher(Files.readString(Path.of("/proc/self/smaps")))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }
}
