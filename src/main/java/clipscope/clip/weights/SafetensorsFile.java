package clipscope.clip.weights;

import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
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

    private static final Texts TEXTS = Texts.beside(SafetensorsFile.class);

    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long MAX_HEADER_BYTES = 100_000_000; // the reference implementation's limit

    private final MappedFile file;
    private final MemorySegment data;
    private final Map<String, TensorEntry> tensors;

    private SafetensorsFile(MappedFile file) throws MalformedFileException {
        MemorySegment bytes = file.bytes();
        long headerBytes = bytes.byteSize() < U64.byteSize() ? -1 : bytes.get(U64, 0);
        long dataBytes = bytes.byteSize() - U64.byteSize() - headerBytes;
        if (headerBytes < 0 || headerBytes > MAX_HEADER_BYTES || dataBytes < 0) {
            throw new MalformedFileException(TEXTS.get("no.safetensors"));
        }
        this.file = file;
        this.data = bytes.asSlice(U64.byteSize() + headerBytes);
        byte[] header = bytes.asSlice(U64.byteSize(), headerBytes).toArray(ValueLayout.JAVA_BYTE);
        this.tensors = SafetensorsHeader.parse(header, dataBytes);
    }

    /// Maps the file and checks its header.
    ///
    /// @throws ProblemException if there is no such file, it cannot be read, or it is not well-formed
    public static SafetensorsFile open(Path path) throws ProblemException {
        return MappedFile.open(path, SafetensorsFile::read);
    }

    /// {@return whether the file begins as one of this kind does: a plausible length, then an object}
    public static boolean recognises(MappedFile file) {
        if (!file.hasAt(U64.byteSize(), "{")) {
            return false;
        }
        long headerBytes = file.bytes().get(U64, 0);
        return headerBytes > 0 && headerBytes <= MAX_HEADER_BYTES;
    }

    /// Checks the header; the checkpoint owns the file from then on.
    public static SafetensorsFile read(MappedFile file) throws MalformedFileException {
        if (!recognises(file)) {
            NoWeights.check(file);
        }
        return new SafetensorsFile(file);
    }

    @Override
    public Path location() {
        return file.path();
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
        file.close();
    }
}
