package clipscope.clip.weights.torch;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.StridedTensor;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The tensors of a file of PyTorch's.
///
/// **Memory:** tensors that lie in row-major order are parts of the mapped file; others are copied when they
/// are first asked for. Copies take no more than the file does.
///
/// **Thread:** Thread-safe, but for [#close()].
final class TorchCheckpoint implements Checkpoint {

    private static final Texts TEXTS = Texts.beside(TorchCheckpoint.class);

    private final MappedFile file;
    private final Map<String, StridedTensor> views;
    private final Map<String, TensorEntry> tensors;
    private final Map<StridedTensor, MemorySegment> copies = new ConcurrentHashMap<>();

    private TorchCheckpoint(MappedFile file, Map<String, StridedTensor> views) {
        this.file = file;
        this.views = views;
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        views.forEach((name, view) -> entries.put(name, TensorEntry.named(name, view.type(), view.shape())));
        this.tensors = Collections.unmodifiableMap(entries);
    }

    /// Finds the bytes of a storage.
    @FunctionalInterface
    interface Storages {

        /// {@return at least as many bytes as the storage has}
        MemorySegment find(TorchStorage storage) throws MalformedFileException;
    }

    static TorchCheckpoint of(MappedFile file, Map<String, TorchTensor> tensors, Storages storages)
            throws MalformedFileException {
        Map<String, StridedTensor> views = new LinkedHashMap<>();
        for (Map.Entry<String, TorchTensor> tensor : tensors.entrySet()) {
            MemorySegment storage = storages.find(tensor.getValue().storage());
            views.put(tensor.getKey(), view(tensor.getKey(), storage, tensor.getValue()));
        }
        long copied = views.values().stream().filter(view -> !view.isRowMajor()).collect(Collectors.toSet()).stream()
                .mapToLong(StridedTensor::size)
                .sum();
        if (copied > file.bytes().byteSize()) {
            throw new MalformedFileException(TEXTS.get("tensor.copies"));
        }
        return new TorchCheckpoint(file, views);
    }

    private static StridedTensor view(String name, MemorySegment storage, TorchTensor tensor)
            throws MalformedFileException {
        StridedTensor view =
                new StridedTensor(storage, tensor.type(), tensor.offset(), tensor.shape(), tensor.strides());
        if (tensor.shape().size() != tensor.strides().size()) {
            throw new MalformedFileException(TEXTS.get(
                    "tensor.strides",
                    name,
                    tensor.shape().size(),
                    tensor.strides().size()));
        }
        if (!view.fits()) {
            throw new MalformedFileException(
                    TEXTS.get("tensor.reach", name, tensor.storage().key()));
        }
        return view;
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
        StridedTensor view = views.get(tensor.name());
        if (view == null) {
            throw new IllegalArgumentException("no tensor of this checkpoint: " + tensor);
        }
        return view.isRowMajor() ? view.slice() : copies.computeIfAbsent(view, this::copy);
    }

    private MemorySegment copy(StridedTensor view) {
        MemorySegment copy = file.allocate(view.size(), Long.BYTES);
        view.copyTo(copy);
        return copy.asReadOnly();
    }

    @Override
    public void close() {
        file.close();
    }
}
