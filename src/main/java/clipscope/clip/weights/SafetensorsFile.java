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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/// A memory-mapped safetensors file.
///
/// Layout: header length (u64, little-endian), JSON header, tensor bytes. The file is untrusted: each
/// number of the
/// header is checked before it is used. Tensors over 2 GiB are fine.
///
/// **Thread:** Thread-safe but for [#close].
///
/// **Memory:** maps the file, reads no tensor; all of it is given back by [#close].
///
/// **Source:** the section "Format" of the README of huggingface/safetensors.
public final class SafetensorsFile implements WeightSource {

    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long MAX_HEADER_BYTES = 100_000_000; // the reference implementation's limit
    private static final int CACHE_LINE = 64; // what the allocator of PyTorch aligns to
    private static final byte[] LFS_POINTER =
            "version https://git-lfs".getBytes(StandardCharsets.US_ASCII); // git-lfs, docs/spec.md

    private final Path file;
    private final Arena arena;
    private final MemorySegment data;
    private final Map<String, TensorEntry> entries;

    private SafetensorsFile(Path file, Arena arena, MemorySegment content) throws ProblemException {
        long headerBytes = headerBytes(file, content);
        this.file = file;
        this.arena = arena;
        this.data = content.asSlice(U64.byteSize() + headerBytes);
        this.entries = new SafetensorsHeader(file, data.byteSize()).parse(content.asSlice(U64.byteSize(), headerBytes));
    }

    /// Maps the file and checks its header.
    ///
    /// @throws ProblemException if the file cannot be read or is not well-formed
    public static SafetensorsFile open(Path file) throws ProblemException {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // opening a pipe would wait for ever
            throw new ProblemException(new Problem.UnreadableFile(file, "it is not a regular file"));
        }
        Arena arena = Arena.ofShared(); // read by the inference thread, closed by another
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment content = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            SafetensorsFile result = new SafetensorsFile(file, arena, content);
            opened = true;
            return result;
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(file), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, "access denied"), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, String.valueOf(e.getMessage())), e);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public TensorEntry entry(String name) throws ProblemException {
        TensorEntry entry = entries.get(name);
        if (entry == null) {
            throw new ProblemException(new Problem.BadModelFile(file, "no tensor " + name));
        }
        return entry;
    }

    /// {@inheritDoc}
    ///
    /// A tensor that the file holds at an odd address is copied: native code may read it with instructions
    /// that need
    /// it aligned.
    @Override
    public MemorySegment bytes(String name) throws ProblemException {
        TensorEntry entry = entry(name);
        MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
        if (bytes.address() % entry.dtype().bytes() == 0) {
            return bytes;
        }
        return arena.allocate(bytes.byteSize(), CACHE_LINE).copyFrom(bytes).asReadOnly();
    }

    /// Unmaps the file. A segment that [#bytes] gave throws on access from here on.
    @Override
    public void close() {
        arena.close();
    }

    private static long headerBytes(Path file, MemorySegment content) throws ProblemException {
        if (startsWith(content, LFS_POINTER)) {
            throw new ProblemException(new Problem.BadModelFile(
                    file, "it is a Git LFS pointer, which stands for the weights and does not hold them"));
        }
        long headerBytes = content.byteSize() < U64.byteSize() ? -1 : content.get(U64, 0);
        if (headerBytes < 0 || headerBytes > MAX_HEADER_BYTES || headerBytes > content.byteSize() - U64.byteSize()) {
            String header = headerBytes < 0 ? "no header" : "a header of %,d bytes".formatted(headerBytes);
            throw new ProblemException(
                    new Problem.BadModelFile(file, "%s in a file of %,d bytes".formatted(header, content.byteSize())));
        }
        return headerBytes;
    }

    private static boolean startsWith(MemorySegment content, byte[] prefix) {
        return content.byteSize() >= prefix.length
                && content.asSlice(0, prefix.length).mismatch(MemorySegment.ofArray(prefix)) < 0;
    }
}
