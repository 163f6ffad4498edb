package clipscope.clip.weights.file;

import clipscope.file.ReadFault;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file mapped into memory, read-only.
///
/// **Thread:** Thread-safe, but for [#close()].
///
/// **Memory:** owns the mapping; a segment of [#bytes()] throws on access once it is closed.
public final class MappedFile implements AutoCloseable {

    private static final Texts TEXTS = Texts.beside(MappedFile.class);

    private final Path path;
    private final Arena arena;
    private final MemorySegment bytes;

    private MappedFile(Path path, Arena arena, MemorySegment bytes) {
        this.path = path;
        this.arena = arena;
        this.bytes = bytes;
    }

    /// Reads a structure out of a mapped file.
    @FunctionalInterface
    public interface Reader<T> {

        T read(MappedFile file) throws MalformedFileException;
    }

    /// Maps a file and reads it.
    ///
    /// @param reader what it gives owns the mapping from then on; if it throws, the mapping is closed
    /// @throws ProblemException if there is no such file, it cannot be opened, or the reader finds a fault
    public static <T> T open(Path path, Reader<T> reader) throws ProblemException {
        MappedFile file = map(path);
        boolean read = false;
        try {
            T result = reader.read(file);
            read = true;
            return result;
        } catch (MalformedFileException e) {
            throw new ProblemException(new Problem.BadModelFile(path, e.fault()), e);
        } catch (InternalError e) { // which is what Java makes of reading what was cut off since
            throw new ProblemException(new Problem.ModelChanged(path, false), e);
        } finally {
            if (!read) {
                file.close();
            }
        }
    }

    private static MappedFile map(Path path) throws ProblemException {
        if (!Files.isRegularFile(path)) { // a pipe or a device would block or never end
            throw new ProblemException(new Problem.MissingFile(path));
        }
        Arena arena = Arena.ofShared(); // read by the inference thread, may be closed by another
        boolean mapped = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MappedFile file = new MappedFile(path, arena, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
            mapped = true;
            return file;
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, TEXTS.get("denied")), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, ReadFault.reason(e)), e);
        } finally {
            if (!mapped) {
                arena.close();
            }
        }
    }

    public Path path() {
        return path;
    }

    public MemorySegment bytes() {
        return bytes;
    }

    /// {@return whether the file begins with this text}
    public boolean beginsWith(String ascii) {
        return hasAt(0, ascii);
    }

    /// {@return whether this text stands at the offset}
    public boolean hasAt(long offset, String ascii) {
        MemorySegment text = MemorySegment.ofArray(ascii.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.byteSize() - offset >= text.byteSize()
                && bytes.asSlice(offset, text.byteSize()).mismatch(text) < 0;
    }

    /// {@return new memory that lives as long as the mapping}
    public MemorySegment allocate(long size, long alignment) {
        return arena.allocate(size, alignment);
    }

    @Override
    public void close() {
        arena.close();
    }
}
