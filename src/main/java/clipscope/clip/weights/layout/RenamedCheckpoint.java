package clipscope.clip.weights.layout;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.StridedTensor;
import clipscope.clip.weights.TensorEntry;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A checkpoint of OpenAI's or open_clip's, under the names of Hugging Face's CLIPModel.
///
/// A ResNet, which that model does not have, keeps its names, which begin with `visual.`.
///
/// **Memory:** owns the checkpoint it renames. Query, key and value are parts of the stored matrix; the two
/// projections, which are stored the other way round, are copied when they are first asked for.
///
/// **Thread:** Thread-safe, but for [#close()].
public final class RenamedCheckpoint implements Checkpoint {

    private static final Texts TEXTS = Texts.beside(RenamedCheckpoint.class);

    private static final List<String> QUERY_KEY_VALUE = List.of("q", "k", "v");

    private final Checkpoint original;
    private final Map<String, Source> sources;
    private final Map<String, TensorEntry> tensors;
    private final Arena copies = Arena.ofShared();
    private final Map<String, MemorySegment> transposed = new ConcurrentHashMap<>();

    private RenamedCheckpoint(Checkpoint original, Map<String, Source> sources) {
        this.original = original;
        this.sources = sources;
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        sources.forEach((name, source) ->
                entries.put(name, TensorEntry.named(name, source.stored().dtype(), source.shape())));
        this.tensors = Collections.unmodifiableMap(entries);
    }

    /// Where a tensor comes from.
    private sealed interface Source {

        TensorEntry stored();

        List<Long> shape();
    }

    /// Rows of a stored tensor, or all of it.
    ///
    /// @param begin bytes from its start
    private record Rows(TensorEntry stored, long begin, List<Long> shape) implements Source {}

    /// A stored matrix, the other way round.
    private record Transposed(TensorEntry stored) implements Source {

        @Override
        public List<Long> shape() {
            return stored.shape().reversed();
        }
    }

    /// Names a checkpoint anew, and takes it over; it stays the caller's if this throws.
    ///
    /// @param layout that of the checkpoint
    /// @return the checkpoint as it is if the names are Hugging Face's already
    /// @throws ProblemException if the layout is unknown, or a shape does not fit its name
    public static Checkpoint of(Checkpoint checkpoint, Layout layout) throws ProblemException {
        return switch (layout) {
            case Layout.HuggingFace() -> checkpoint;
            case Layout.OpenAiVit _ -> new RenamedCheckpoint(checkpoint, sources(checkpoint, false));
            case Layout.OpenAiResNet _ -> new RenamedCheckpoint(checkpoint, sources(checkpoint, true));
            case Layout.Unknown(List<String> names) ->
                throw new ProblemException(new Problem.UnsupportedModel(
                        checkpoint.location(),
                        names.isEmpty() ? TEXTS.get("network.empty") : TEXTS.get("network", names.getFirst())));
        };
    }

    private static Map<String, Source> sources(Checkpoint checkpoint, boolean resNet) throws ProblemException {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (TensorEntry stored : checkpoint.tensors().values()) {
            Optional<OpenAiName> name = OpenAiName.of(stored.name(), resNet);
            if (name.isPresent()) {
                add(sources, checkpoint, stored, name.get());
            }
        }
        return sources;
    }

    private static void add(Map<String, Source> sources, Checkpoint checkpoint, TensorEntry stored, OpenAiName name)
            throws ProblemException {
        Map<String, Source> added = switch (name.form()) {
            case AS_IT_IS -> Map.of(name.canonical(), new Rows(stored, 0, stored.shape()));
            case TRANSPOSED -> Map.of(name.canonical(), transposed(checkpoint, stored));
            case THREE_IN_ONE -> thirds(checkpoint, stored, name.canonical());
        };
        for (Map.Entry<String, Source> source : added.entrySet()) {
            if (sources.put(source.getKey(), source.getValue()) != null) {
                throw bad(checkpoint, TEXTS.get("two", source.getKey()));
            }
        }
    }

    private static Transposed transposed(Checkpoint checkpoint, TensorEntry stored) throws ProblemException {
        if (stored.shape().size() != 2) {
            throw bad(checkpoint, TEXTS.get("shape", stored.name(), stored.shape()));
        }
        return new Transposed(stored);
    }

    private static Map<String, Source> thirds(Checkpoint checkpoint, TensorEntry stored, String canonical)
            throws ProblemException {
        if (stored.shape().isEmpty() || stored.shape().getFirst() % QUERY_KEY_VALUE.size() != 0) {
            throw bad(checkpoint, TEXTS.get("shape", stored.name(), stored.shape()));
        }
        List<Long> shape = new ArrayList<>(stored.shape());
        shape.set(0, shape.getFirst() / QUERY_KEY_VALUE.size());
        Map<String, Source> thirds = new LinkedHashMap<>();
        for (int i = 0; i < QUERY_KEY_VALUE.size(); i++) {
            long begin = stored.size() / QUERY_KEY_VALUE.size() * i;
            thirds.put(canonical.formatted(QUERY_KEY_VALUE.get(i)), new Rows(stored, begin, List.copyOf(shape)));
        }
        return thirds;
    }

    private static ProblemException bad(Checkpoint checkpoint, String reason) {
        return new ProblemException(new Problem.BadModelFile(checkpoint.location(), reason));
    }

    @Override
    public List<Path> files() {
        return original.files();
    }

    @Override
    public Path location() {
        return original.location();
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public MemorySegment bytes(TensorEntry tensor) {
        return switch (sources.get(tensor.name())) {
            case Rows rows -> original.bytes(rows.stored()).asSlice(rows.begin(), tensor.size());
            case Transposed matrix -> transposed.computeIfAbsent(tensor.name(), _ -> copy(matrix));
            case null -> throw new IllegalArgumentException("no tensor of this checkpoint: " + tensor);
        };
    }

    private MemorySegment copy(Transposed matrix) {
        long columns = matrix.stored().shape().getLast();
        StridedTensor view = new StridedTensor(
                original.bytes(matrix.stored()), matrix.stored().dtype(), 0, matrix.shape(), List.of(1L, columns));
        MemorySegment copy = copies.allocate(view.size(), Long.BYTES);
        view.copyTo(copy);
        return copy.asReadOnly();
    }

    @Override
    public void close() {
        copies.close();
        original.close();
    }
}
