package clipscope.clip.weights;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Named tensors, mapped into memory.
///
/// **Thread:** Thread-safe, but for [#close()].
///
/// **Memory:** the mapping lasts until [#close()]; a segment that [#bytes] gave is valid until then.
public interface Checkpoint extends AutoCloseable {

    /// {@return the file or folder, for messages}
    Path location();

    /// {@return every file that is read for it}
    default List<Path> files() {
        return List.of(location());
    }

    /// {@return all tensors by name}
    Map<String, TensorEntry> tensors();

    /// {@return a read-only view of one tensor, little-endian and row-major}
    ///
    /// @param tensor one of [#tensors()]
    MemorySegment bytes(TensorEntry tensor);

    @Override
    void close();
}
