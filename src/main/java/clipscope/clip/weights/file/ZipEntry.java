package clipscope.clip.weights.file;

import java.lang.foreign.MemorySegment;

/// A file in a ZIP archive.
///
/// **Thread:** Immutable.
///
/// @param header where its own header begins, bytes from the start of the archive
/// @param data its bytes as they lie in the archive
/// @param method how they are packed; 0 is not at all
record ZipEntry(String name, long header, MemorySegment data, int method) {

    static final int STORED = 0;

    /// {@return where its bytes end in the archive}
    long end(MemorySegment archive) {
        return data.address() - archive.address() + data.byteSize();
    }
}
