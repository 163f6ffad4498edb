package clipscope.embedding;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes vectors as NumPy reads them.
///
/// **Source:** "NPY format", version 1.0, in NumPy's documentation (`numpy.lib.format`).
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64; // the data begin at a multiple of it

    private NpyFile() {}

    /// Writes one row for each vector, as little-endian float32.
    ///
    /// **Shape:** `(rows, columns)`.
    ///
    /// @param columns the length of every vector
    public static void write(Path file, int columns, List<float[]> rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(header(rows.size(), columns));
            ByteBuffer line = ByteBuffer.allocate(Math.multiplyExact(columns, Float.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (float[] row : rows) {
                if (row.length != columns) {
                    throw new IllegalArgumentException("a row of %d among those of %d".formatted(row.length, columns));
                }
                line.clear();
                line.asFloatBuffer().put(row);
                out.write(line.array());
            }
        }
    }

    private static byte[] header(int rows, int columns) {
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
        int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = dictionary + " ".repeat(total - unpadded) + "\n";
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
