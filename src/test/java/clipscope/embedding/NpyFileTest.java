package clipscope.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {

    @TempDir
    private Path folder;

    /// The layout of NumPy's "NPY format" page: magic, version, header length, dictionary, data at a
    /// multiple of 64.
    @Test
    void theFileIsThatOfTheFormatsDescription() throws IOException {
        Path file = folder.resolve("m.npy");

        NpyFile.write(file, 3, List.of(new float[] {1, 2, 3}, new float[] {-0.5f, 0, 1e-9f}));

        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = buffer.getShort(8);
        String header = new String(bytes, 10, headerLength, StandardCharsets.US_ASCII);
        float[] data = new float[6];
        buffer.position(10 + headerLength)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(data);
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(bytes, 8));
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", header.strip());
        assertEquals('\n', header.charAt(headerLength - 1));
        assertEquals(0, (10 + headerLength) % 64);
        assertEquals(10 + headerLength + 24, bytes.length);
        assertArrayEquals(new float[] {1, 2, 3, -0.5f, 0, 1e-9f}, data);
    }

    @Test
    void noRowsAreAFileToo() throws IOException {
        Path file = folder.resolve("none.npy");

        NpyFile.write(file, 512, List.of());

        assertEquals(true, Files.readString(file, StandardCharsets.ISO_8859_1).contains("'shape': (0, 512)"));
    }
}
