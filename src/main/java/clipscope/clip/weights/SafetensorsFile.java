package clipscope.clip.weights;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// A memory-mapped safetensors file.
///
/// Layout: header length (u64, little-endian), JSON header, tensor bytes. The file is untrusted: each number
/// of the header is checked before it is used. Tensors over 2 GiB are fine.
///
/// **Thread:** Thread-safe, but for [#close()].
///
/// **Source:** the section "Format" of the README of huggingface/safetensors.
public final class SafetensorsFile implements Checkpoint {

    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long MAX_HEADER_BYTES = 100_000_000; // the reference implementation's limit
    private static final String LFS_POINTER = "version https://git-lfs"; // docs/spec.md of git-lfs

    private final Path path;
    private final Arena arena;
    private final MemorySegment data;
    private final Map<String, TensorEntry> tensors;

    private SafetensorsFile(Path path, Arena arena, MemorySegment file) throws MalformedHeaderException {
        long headerBytes = file.byteSize() < U64.byteSize() ? -1 : file.get(U64, 0);
        long dataBytes = file.byteSize() - U64.byteSize() - headerBytes;
        if (isLfsPointer(file)) {
            throw new MalformedHeaderException("it is a Git LFS pointer to the weights, not the weights");
        }
        if (headerBytes < 0 || headerBytes > MAX_HEADER_BYTES || dataBytes < 0) {
            throw new MalformedHeaderException("it is no safetensors file, or it is cut off");
        }
        this.path = path;
        this.arena = arena;
        this.data = file.asSlice(U64.byteSize() + headerBytes);
        byte[] header = file.asSlice(U64.byteSize(), headerBytes).toArray(ValueLayout.JAVA_BYTE);
        this.tensors = SafetensorsHeader.parse(header, dataBytes);
    }

    private static boolean isLfsPointer(MemorySegment file) {
        byte[] start = LFS_POINTER.getBytes(StandardCharsets.US_ASCII);
        return file.byteSize() >= start.length
                && file.asSlice(0, start.length).mismatch(MemorySegment.ofArray(start)) < 0;
    }

    /// Maps the file and checks its header.
    ///
    /// @throws ProblemException if there is no such file, it cannot be read, or it is not well-formed
    public static SafetensorsFile open(Path path) throws ProblemException {
        if (!Files.isRegularFile(path)) { // a pipe or a device would block or never end
            throw new ProblemException(new Problem.MissingFile(path));
        }
        Arena arena = Arena.ofShared(); // read by the inference thread, may be closed by another
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            SafetensorsFile file =
                    new SafetensorsFile(path, arena, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
            opened = true;
            return file;
        } catch (MalformedHeaderException e) {
            throw new ProblemException(new Problem.BadModelFile(path, e.fault()), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, String.valueOf(e.getMessage())), e);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    @Override
    public Path location() {
        return path;
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public MemorySegment bytes(TensorEntry tensor) {
        return data.asSlice(tensor.begin(), tensor.end() - tensor.begin());
    }

    /// Unmaps the file. A segment that [#bytes] gave throws on access from here on.
    @Override
    public void close() {
        arena.close();
    }
}
