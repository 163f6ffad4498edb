package clipscope.clip.weights;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes safetensors files.
///
/// Layout: header length (u64, little-endian), JSON header, padded with spaces so that the data begins at a
/// multiple of eight, then the tensors without gaps.
///
/// **Source:** the section "Format" of the README of huggingface/safetensors.
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8; // bytes; as the reference implementation pads

    /// How numbers are stored.
    public enum Storage {
        F32(Float.BYTES),

        /// Rounded to the nearest: 11 bits of precision.
        F16(Short.BYTES);

        private final int bytes;

        Storage(int bytes) {
            this.bytes = bytes;
        }

        private void put(ByteBuffer buffer, float value) {
            switch (this) {
                case F32 -> buffer.putFloat(value);
                case F16 -> buffer.putShort(Float.floatToFloat16(value));
            }
        }
    }

    private SafetensorsWriter() {}

    /// Writes the tensors in their order and in float32, over whatever file was there.
    ///
    /// @throws IllegalArgumentException if two have the same name
    public static void write(Path file, List<FloatTensor> tensors) throws IOException {
        write(file, tensors, Storage.F32);
    }

    /// Writes the tensors in their order, over whatever file was there.
    ///
    /// @throws IllegalArgumentException if two have the same name
    public static void write(Path file, List<FloatTensor> tensors, Storage storage) throws IOException {
        byte[] header = header(tensors, storage);
        int most = tensors.stream().mapToInt(FloatTensor::size).max().orElse(0);
        ByteBuffer buffer = ByteBuffer.allocate(
                        Math.max(Long.BYTES + header.length, Math.multiplyExact(storage.bytes, most)))
                .order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            buffer.putLong(header.length).put(header);
            drain(buffer, channel);
            for (FloatTensor tensor : tensors) {
                for (int i = 0; i < tensor.size(); i++) {
                    storage.put(buffer, tensor.at(i));
                }
                drain(buffer, channel);
            }
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    private static byte[] header(List<FloatTensor> tensors, Storage storage) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("__metadata__", Map.of("format", "pt")); // Hugging Face's loader asks for it
        long begin = 0;
        for (FloatTensor tensor : tensors) {
            long end = begin + (long) storage.bytes * tensor.size();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", storage.name());
            entry.put("shape", tensor.shape());
            entry.put("data_offsets", List.of(begin, end));
            if (entries.put(tensor.name(), entry) != null) {
                throw new IllegalArgumentException("two tensors of the name " + tensor.name());
            }
            begin = end;
        }
        StringBuilder json = new StringBuilder(new Gson().toJson(entries));
        while (json.toString().getBytes(StandardCharsets.UTF_8).length % ALIGNMENT != 0) {
            json.append(' ');
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
