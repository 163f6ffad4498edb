package clipscope.clip.weights.torch;

import clipscope.clip.weights.DType;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.pickle.PickleValue;
import clipscope.clip.weights.pickle.PickleValue.Global;
import clipscope.clip.weights.pickle.PickleValue.None;
import clipscope.clip.weights.pickle.PickleValue.Persistent;
import clipscope.clip.weights.pickle.PickleValue.Text;
import clipscope.clip.weights.pickle.PickleValue.Tuple;
import clipscope.clip.weights.pickle.PickleValue.Whole;
import clipscope.language.Texts;
import java.util.List;

/// What a pickle of PyTorch's says about a storage: the numbers that tensors are views of.
///
/// **Thread:** Immutable.
///
/// @param key its name in the file
/// @param elements how many numbers of its type it has
///
/// **Source:** `persistent_id` in `torch/serialization.py`, `pushStorageOfTensor` in
/// `torch/csrc/jit/serialization/pickler.cpp` of PyTorch.
record TorchStorage(String key, DType type, long elements) {

    private static final Texts TEXTS = Texts.beside(TorchStorage.class);

    private static final int FIELDS = 5;
    private static final int LEGACY_FIELDS = 6; // with a view of another storage, of which there are none

    /// {@return what the reference says; the device it names is of no meaning to us}
    static TorchStorage of(Persistent reference) throws MalformedFileException {
        if (reference.id() instanceof Tuple(List<PickleValue> fields)
                && (fields.size() == FIELDS || (fields.size() == LEGACY_FIELDS && fields.get(FIELDS) instanceof None))
                && fields.get(0) instanceof Text(String kind)
                && kind.equals("storage")
                && fields.get(1) instanceof Global type
                && fields.get(2) instanceof Text(String key)
                && fields.get(4) instanceof Whole elements) {
            DType elementType = TorchGlobals.storage(type)
                    .orElseThrow(() -> new MalformedFileException(TEXTS.get("storage.type", key, type.path())));
            long count = elements.asSize()
                    .orElseThrow(() -> new MalformedFileException(TEXTS.get("storage.length", key, elements.value())));
            return new TorchStorage(key, elementType, count);
        }
        throw new MalformedFileException(TEXTS.get("storage.form"));
    }

    /// {@return bytes}
    ///
    /// @throws MalformedFileException if they are more than 2^63
    long size() throws MalformedFileException {
        try {
            return Math.multiplyExact(elements, type.bytes());
        } catch (ArithmeticException _) {
            throw new MalformedFileException(TEXTS.get("storage.length", key, elements));
        }
    }
}
