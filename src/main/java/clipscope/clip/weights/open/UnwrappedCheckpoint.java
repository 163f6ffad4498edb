package clipscope.clip.weights.open;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A checkpoint without what parallel training and compilation put before each name.
///
/// **Memory:** owns the checkpoint whose names it shortens.
///
/// **Thread:** Thread-safe, but for [#close()].
final class UnwrappedCheckpoint implements Checkpoint {

    /// Of torch.nn.parallel and of torch.compile, one before the other if both were used.
    private static final List<String> WRAPPERS = List.of("module.", "_orig_mod.");

    private final Checkpoint wrapped;
    private final String prefix;
    private final Map<String, TensorEntry> tensors;

    private UnwrappedCheckpoint(Checkpoint wrapped, String prefix) {
        this.wrapped = wrapped;
        this.prefix = prefix;
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        wrapped.tensors().values().forEach(each -> {
            String name = each.name().substring(prefix.length());
            entries.put(name, named(name, each));
        });
        this.tensors = Collections.unmodifiableMap(entries);
    }

    private static TensorEntry named(String name, TensorEntry tensor) {
        return new TensorEntry(name, tensor.dtype(), tensor.shape(), tensor.begin(), tensor.end());
    }

    /// Takes a checkpoint over.
    ///
    /// @return the checkpoint as it is unless all of its names begin alike
    static Checkpoint of(Checkpoint checkpoint) {
        String prefix = prefix(checkpoint.tensors());
        return prefix.isEmpty() ? checkpoint : new UnwrappedCheckpoint(checkpoint, prefix);
    }

    private static String prefix(Map<String, TensorEntry> tensors) {
        String prefix = "";
        for (int i = 0; i < WRAPPERS.size(); i++) {
            for (String wrapper : WRAPPERS) {
                String longer = prefix + wrapper;
                if (tensors.keySet().stream().allMatch(name -> name.startsWith(longer))) {
                    prefix = longer;
                }
            }
        }
        return tensors.isEmpty() ? "" : prefix;
    }

    @Override
    public Path location() {
        return wrapped.location();
    }

    @Override
    public List<Path> files() {
        return wrapped.files();
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public MemorySegment bytes(TensorEntry tensor) {
        return wrapped.bytes(named(prefix + tensor.name(), tensor));
    }

    @Override
    public void close() {
        wrapped.close();
    }
}
