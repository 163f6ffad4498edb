package clipscope.clip.weights.open;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A checkpoint in several files, and the index that says which holds what.
///
/// **Memory:** owns the checkpoints of the files.
///
/// **Thread:** Thread-safe, but for [#close()].
final class ShardedCheckpoint implements Checkpoint {

    private static final Texts TEXTS = Texts.beside(ShardedCheckpoint.class);

    private final Path index;
    private final Map<String, Checkpoint> holders;
    private final Map<String, TensorEntry> tensors;
    private final List<Checkpoint> shards;

    private ShardedCheckpoint(Path index, Map<String, Checkpoint> holders, List<Checkpoint> shards) {
        this.index = index;
        this.holders = holders;
        this.shards = shards;
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        holders.forEach((name, shard) -> entries.put(name, entry(shard, name)));
        this.tensors = Collections.unmodifiableMap(entries);
    }

    /// Opens one file of several.
    @FunctionalInterface
    interface Opener {

        Checkpoint open(Path file) throws ProblemException;
    }

    /// Opens every file that the index names.
    ///
    /// @param files the file of each tensor
    /// @throws ProblemException if a file is missing or damaged, or does not hold what the index says
    static ShardedCheckpoint open(Path index, Map<String, Path> files, Opener opener) throws ProblemException {
        Map<Path, Checkpoint> shards = new LinkedHashMap<>();
        boolean opened = false;
        try {
            Map<String, Checkpoint> holders = new LinkedHashMap<>();
            for (Map.Entry<String, Path> place : files.entrySet()) {
                Path file = place.getValue();
                Checkpoint shard = shards.get(file);
                if (shard == null) {
                    shard = opener.open(file);
                    shards.put(file, shard);
                }
                if (!shard.tensors().containsKey(place.getKey())) {
                    throw new ProblemException(
                            new Problem.BadModelFile(index, TEXTS.get("index.lie", place.getKey(), file)));
                }
                holders.put(place.getKey(), shard);
            }
            opened = true;
            return new ShardedCheckpoint(index, holders, new ArrayList<>(shards.values()));
        } finally {
            if (!opened) {
                shards.values().forEach(Checkpoint::close);
            }
        }
    }

    private static TensorEntry entry(Checkpoint shard, String name) {
        TensorEntry entry = shard.tensors().get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no tensor %s in %s".formatted(name, shard.location()));
        }
        return entry;
    }

    @Override
    public List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(index));
        shards.forEach(shard -> files.addAll(shard.files()));
        return files;
    }

    @Override
    public Path location() {
        return index;
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public MemorySegment bytes(TensorEntry tensor) {
        Checkpoint shard = holders.get(tensor.name());
        if (shard == null) {
            throw new IllegalArgumentException("no tensor of this checkpoint: " + tensor);
        }
        return shard.bytes(tensor);
    }

    @Override
    public void close() {
        shards.forEach(Checkpoint::close);
    }
}
