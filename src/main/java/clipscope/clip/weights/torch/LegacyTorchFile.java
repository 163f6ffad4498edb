package clipscope.clip.weights.torch;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.file.ByteCursor;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.clip.weights.pickle.PickleReader;
import clipscope.clip.weights.pickle.PickleReader.Pickle;
import clipscope.clip.weights.pickle.PickleValue;
import clipscope.clip.weights.pickle.PickleValue.Bool;
import clipscope.clip.weights.pickle.PickleValue.Dictionary;
import clipscope.clip.weights.pickle.PickleValue.Item;
import clipscope.clip.weights.pickle.PickleValue.Persistent;
import clipscope.clip.weights.pickle.PickleValue.Sequence;
import clipscope.clip.weights.pickle.PickleValue.Text;
import clipscope.clip.weights.pickle.PickleValue.Whole;
import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the files that PyTorch wrote before 1.6.
///
/// Five pickles one behind the other: a magic number, the version, facts about the machine, the objects, and
/// the keys of the storages. Then each storage: how many numbers it has, and the numbers.
///
/// **Source:** `_legacy_save` in `torch/serialization.py` of PyTorch.
public final class LegacyTorchFile {

    private static final Texts TEXTS = Texts.beside(LegacyTorchFile.class);

    private static final String START = "\u0080"; // the pickle's instruction to name its protocol
    private static final Whole MAGIC = new Whole(new BigInteger("1950a86a20f9469cfc6c", 16));
    private static final Whole VERSION = new Whole(BigInteger.valueOf(1001));

    private final ByteCursor cursor;

    private LegacyTorchFile(ByteCursor cursor) {
        this.cursor = cursor;
    }

    /// {@return whether the file begins as one of this kind does}
    public static boolean recognises(MappedFile file) {
        return file.beginsWith(START);
    }

    /// Finds the tensors; the checkpoint owns the file from then on.
    public static Checkpoint read(MappedFile file) throws MalformedFileException {
        LegacyTorchFile legacy = new LegacyTorchFile(new ByteCursor(file.bytes(), TEXTS.get("file")));
        if (!legacy.next().value().equals(MAGIC) || !legacy.next().value().equals(VERSION)) {
            throw new MalformedFileException(TEXTS.get("legacy.other"));
        }
        checkMachine(legacy.next().value());
        Pickle objects = legacy.next();
        Map<String, MemorySegment> storages = legacy.storages(objects.references());
        return TorchCheckpoint.of(file, TorchTensors.in(objects.value()), storage -> find(storages, storage));
    }

    private Pickle next() throws MalformedFileException {
        return PickleReader.read(cursor, TorchGlobals::allows);
    }

    private static void checkMachine(PickleValue facts) throws MalformedFileException {
        if (facts instanceof Dictionary dictionary) {
            for (Item fact : dictionary.items()) {
                if (fact.key().equals(new Text("little_endian"))
                        && !fact.value().equals(new Bool(true))) {
                    throw new MalformedFileException(TEXTS.get("order"));
                }
            }
        }
    }

    private Map<String, MemorySegment> storages(List<Persistent> references) throws MalformedFileException {
        Map<String, TorchStorage> described = new HashMap<>();
        for (Persistent reference : references) {
            TorchStorage storage = TorchStorage.of(reference);
            TorchStorage earlier = described.put(storage.key(), storage);
            if (earlier != null && !earlier.equals(storage)) {
                throw new MalformedFileException(TEXTS.get("legacy.two.ways", storage.key()));
            }
        }
        if (!(next().value() instanceof Sequence keys)) {
            throw new MalformedFileException(TEXTS.get("legacy.list"));
        }
        Map<String, MemorySegment> storages = new HashMap<>();
        for (PickleValue item : keys.items()) {
            TorchStorage storage = item instanceof Text(String key) ? described.get(key) : null;
            if (storage == null) {
                throw new MalformedFileException(TEXTS.get("legacy.unused"));
            }
            long elements = cursor.i64();
            if (elements != storage.elements()) {
                throw new MalformedFileException(
                        TEXTS.get("storage.numbers", storage.key(), elements, storage.elements()));
            }
            storages.put(storage.key(), cursor.take(storage.size()));
        }
        return storages;
    }

    private static MemorySegment find(Map<String, MemorySegment> storages, TorchStorage storage)
            throws MalformedFileException {
        MemorySegment bytes = storages.get(storage.key());
        if (bytes == null) {
            throw new MalformedFileException(TEXTS.get("storage.missing", storage.key()));
        }
        return bytes;
    }
}
