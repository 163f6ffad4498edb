package clipscope.clip.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

    private static final FloatTensor MATRIX =
            FloatTensor.adopt("matrix", List.of(2L, 3L), new float[] {1, 2, 3, 4, 5, 6});
    private static final FloatTensor SCALAR = FloatTensor.adopt("scalar", List.of(), new float[] {-0.5f});

    @TempDir
    private Path folder;

    @Test
    void theFileIsLengthHeaderAndValues() throws Exception {
        Path file = folder.resolve("x.safetensors");
        SafetensorsWriter.write(file, List.of(MATRIX, SCALAR));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        byte[] header = new byte[length];
        bytes.get(header);
        assertEquals(0, length % 8);
        assertEquals(JsonParser.parseString("""
                        {"__metadata__": {"format": "pt"},
                         "matrix": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
                         "scalar": {"dtype": "F32", "shape": [], "data_offsets": [24, 28]}}
                        """), JsonParser.parseString(new String(header, StandardCharsets.UTF_8)));
        assertEquals(28, bytes.remaining());
        assertEquals(6f, bytes.getFloat(8 + length + 20));
        assertEquals(-0.5f, bytes.getFloat(8 + length + 24));
    }

    @Test
    void aShorterFileReplacesALongerOne() throws Exception {
        Path file = folder.resolve("x.safetensors");
        SafetensorsWriter.write(file, List.of(MATRIX, SCALAR));
        SafetensorsWriter.write(file, List.of(SCALAR));

        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertEquals(Set.of("scalar"), read.tensors().keySet());
        }
    }

    @Test
    void twoTensorsOfOneNameAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SafetensorsWriter.write(folder.resolve("x"), List.of(SCALAR, SCALAR)));
    }

    @Test
    void valuesThatDoNotFillTheShapeAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> FloatTensor.adopt("x", List.of(2L, 2L), new float[] {1, 2, 3}));
    }
}
