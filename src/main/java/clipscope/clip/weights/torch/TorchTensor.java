package clipscope.clip.weights.torch;

import clipscope.clip.weights.DType;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.pickle.PickleValue;
import clipscope.clip.weights.pickle.PickleValue.Global;
import clipscope.clip.weights.pickle.PickleValue.Made;
import clipscope.clip.weights.pickle.PickleValue.Persistent;
import clipscope.clip.weights.pickle.PickleValue.Sequence;
import clipscope.clip.weights.pickle.PickleValue.Tuple;
import clipscope.clip.weights.pickle.PickleValue.Whole;
import clipscope.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pickle of PyTorch's says about a tensor.
///
/// **Unit:** `offset` and `strides` are elements of `type`.
///
/// **Thread:** Immutable.
///
/// **Source:** `torch/_utils.py` and `torch/_tensor.py` of PyTorch, for the arguments of each function.
record TorchTensor(TorchStorage storage, DType type, long offset, List<Long> shape, List<Long> strides) {

    private static final Texts TEXTS = Texts.beside(TorchTensor.class);

    private static final int MAX_DIMENSIONS = 8; // no weight of a network has more
    private static final int MAX_WRAPPINGS = 4; // a parameter of a tensor of a type

    TorchTensor {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    /// {@return the tensor, empty if the value is none}
    static Optional<TorchTensor> of(PickleValue value) throws MalformedFileException {
        if (!(value instanceof Made made)) {
            return Optional.empty();
        }
        Global maker = made.maker();
        List<PickleValue> arguments = made.arguments();
        for (int i = 0; i < MAX_WRAPPINGS; i++) {
            switch (maker.path()) {
                case TorchGlobals.REBUILD, TorchGlobals.REBUILD_V2, TorchGlobals.REBUILD_V3 -> {
                    return Optional.of(rebuilt(maker, arguments));
                }
                case TorchGlobals.PARAMETER, TorchGlobals.PARAMETER_WITH_STATE -> {
                    if (!(argument(arguments, 0) instanceof Made tensor)) {
                        throw new MalformedFileException(TEXTS.get("tensor.parameter"));
                    }
                    maker = tensor.maker();
                    arguments = tensor.arguments();
                }
                case TorchGlobals.FROM_TYPE -> { // function, class, arguments, state
                    if (!(argument(arguments, 0) instanceof Global function)
                            || !(argument(arguments, 2) instanceof Tuple inner)) {
                        throw new MalformedFileException(TEXTS.get("tensor.unknown"));
                    }
                    maker = function;
                    arguments = inner.items();
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        throw new MalformedFileException(TEXTS.get("tensor.wrapped"));
    }

    private static TorchTensor rebuilt(Global maker, List<PickleValue> arguments) throws MalformedFileException {
        if (!(argument(arguments, 0) instanceof Persistent reference)) {
            throw new MalformedFileException(TEXTS.get("tensor.storage"));
        }
        TorchStorage storage = TorchStorage.of(reference);
        if (!(argument(arguments, 1) instanceof Whole offset)) {
            throw new MalformedFileException(TEXTS.get("tensor.offset", storage.key()));
        }
        return new TorchTensor(
                storage,
                maker.path().equals(TorchGlobals.REBUILD_V3) ? type(argument(arguments, 6)) : storage.type(),
                size(offset, TEXTS.get("tensor.the.offset"), storage),
                numbers(argument(arguments, 2), storage),
                numbers(argument(arguments, 3), storage));
    }

    private static long size(Whole number, String what, TorchStorage storage) throws MalformedFileException {
        return number.asSize()
                .orElseThrow(() -> new MalformedFileException(
                        TEXTS.get("tensor.in.storage", what, storage.key(), number.value())));
    }

    private static DType type(PickleValue value) throws MalformedFileException {
        if (value instanceof Global global) {
            return TorchGlobals.type(global)
                    .orElseThrow(() -> new MalformedFileException(TEXTS.get("tensor.type", global.path())));
        }
        throw new MalformedFileException(TEXTS.get("tensor.no.type"));
    }

    private static List<Long> numbers(PickleValue value, TorchStorage storage) throws MalformedFileException {
        List<PickleValue> items = switch (value) {
            case Tuple tuple -> tuple.items();
            case Sequence sequence -> sequence.items();
            case Made size
            when size.maker().path().equals("torch.Size") // of a tuple
                    && argument(size.arguments(), 0) instanceof Tuple tuple -> tuple.items();
            default -> throw new MalformedFileException(TEXTS.get("tensor.no.shape", storage.key()));
        };
        List<Long> numbers = new ArrayList<>();
        for (PickleValue item : items) {
            if (!(item instanceof Whole number) || numbers.size() == MAX_DIMENSIONS) {
                throw new MalformedFileException(TEXTS.get("tensor.shape", storage.key()));
            }
            numbers.add(size(number, TEXTS.get("tensor.a.dimension"), storage));
        }
        return numbers;
    }

    private static PickleValue argument(List<PickleValue> arguments, int index) throws MalformedFileException {
        if (index >= arguments.size()) {
            throw new MalformedFileException(TEXTS.get("tensor.little"));
        }
        return arguments.get(index);
    }
}
