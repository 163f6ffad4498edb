package clipscope.clip.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.task.Cancellation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightStatisticsTest {

    private static final int COUNT = 40_000; // more than two chunks

    @TempDir
    private Path folder;

    @Test
    void eachKindIsCountedInEachType() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(8 * COUNT + 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < COUNT; i++) {
            data.putFloat(
                    switch (i % 1_000) {
                        case 7 -> Float.NaN;
                        case 8 -> Float.intBitsToFloat(0xff800001); // a NaN with the sign, of the smallest number
                        case 9 -> Float.NEGATIVE_INFINITY;
                        case 10 -> Float.MAX_VALUE;
                        case 11 -> -0f;
                        default -> i * -0.25f;
                    });
        }
        for (int i = 0; i < COUNT; i++) {
            data.putShort(Float.floatToFloat16(i == COUNT - 1 ? Float.NaN : i < 5 ? Float.POSITIVE_INFINITY : 65_504f));
        }
        for (int i = 0; i < COUNT; i++) {
            data.putShort((short) (i == 0 ? 0xffff : i == 1 ? 0x7f80 : i == 2 ? 0x7f7f : 0xff7f));
        }
        data.putLong(-1);
        String header = """
                {"bf16": {"dtype": "BF16", "shape": [40000], "data_offsets": [240000, 320000]},
                 "f16": {"dtype": "F16", "shape": [40000], "data_offsets": [160000, 240000]},
                 "f32": {"dtype": "F32", "shape": [40000], "data_offsets": [0, 160000]},
                 "numbers": {"dtype": "I64", "shape": [1], "data_offsets": [320000, 320008]}}""";
        try (SafetensorsFile file = SafetensorsFile.open(write(header, data.array()))) {
            List<WeightStatistics> found = WeightStatistics.of(file, Cancellation.NEVER);

            assertEquals(
                    List.of(
                            new WeightStatistics("bf16", 1, 1),
                            new WeightStatistics("f16", 1, 5),
                            new WeightStatistics("f32", 80, 40)),
                    found);
            assertFalse(found.getFirst().finite());
            assertTrue(new WeightStatistics("x", 0, 0).finite());
            assertEquals(List.of(), WeightStatistics.of(file, () -> true));
        }
    }

    private Path write(String header, byte[] data) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .array());
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(data);
        return Files.write(folder.resolve("x.safetensors"), file.toByteArray());
    }
}
