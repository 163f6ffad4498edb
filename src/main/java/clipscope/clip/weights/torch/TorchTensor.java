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
                        throw new MalformedFileException("the pickle makes a parameter of what is no tensor");
                    }
                    maker = tensor.maker();
                    arguments = tensor.arguments();
                }
                case TorchGlobals.FROM_TYPE -> { // function, class, arguments, state
                    if (!(argument(arguments, 0) instanceof Global function)
                            || !(argument(arguments, 2) instanceof Tuple inner)) {
                        throw new MalformedFileException("the pickle makes a tensor in an unknown way");
                    }
                    maker = function;
                    arguments = inner.items();
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        throw new MalformedFileException("the pickle wraps a tensor too often");
    }

    private static TorchTensor rebuilt(Global maker, List<PickleValue> arguments) throws MalformedFileException {
        if (!(argument(arguments, 0) instanceof Persistent reference)) {
            throw new MalformedFileException("the pickle makes a tensor of what is no storage");
        }
        TorchStorage storage = TorchStorage.of(reference);
        if (!(argument(arguments, 1) instanceof Whole offset)) {
            throw new MalformedFileException("a tensor in storage %s has no offset".formatted(storage.key()));
        }
        return new TorchTensor(
                storage,
                maker.path().equals(TorchGlobals.REBUILD_V3) ? type(argument(arguments, 6)) : storage.type(),
                size(offset, "the offset of a tensor", storage),
                numbers(argument(arguments, 2), storage),
                numbers(argument(arguments, 3), storage));
    }

    private static long size(Whole number, String what, TorchStorage storage) throws MalformedFileException {
        return number.asSize()
                .orElseThrow(() -> new MalformedFileException(
                        "%s in storage %s is %s".formatted(what, storage.key(), number.value())));
    }

    private static DType type(PickleValue value) throws MalformedFileException {
        if (value instanceof Global global) {
            return TorchGlobals.type(global)
                    .orElseThrow(() ->
                            new MalformedFileException("a tensor is of the unknown type %s".formatted(global.path())));
        }
        throw new MalformedFileException("a tensor has no type");
    }

    private static List<Long> numbers(PickleValue value, TorchStorage storage) throws MalformedFileException {
        List<PickleValue> items = switch (value) {
            case Tuple tuple -> tuple.items();
            case Sequence sequence -> sequence.items();
            case Made size
            when size.maker().path().equals("torch.Size") // of a tuple
                    && argument(size.arguments(), 0) instanceof Tuple tuple -> tuple.items();
            default -> throw new MalformedFileException("a tensor in storage %s has no shape".formatted(storage.key()));
        };
        List<Long> numbers = new ArrayList<>();
        for (PickleValue item : items) {
            if (!(item instanceof Whole number) || numbers.size() == MAX_DIMENSIONS) {
                throw new MalformedFileException("a tensor in storage %s has an odd shape".formatted(storage.key()));
            }
            numbers.add(size(number, "a dimension of a tensor", storage));
        }
        return numbers;
    }

    private static PickleValue argument(List<PickleValue> arguments, int index) throws MalformedFileException {
        if (index >= arguments.size()) {
            throw new MalformedFileException("the pickle makes a tensor of too little");
        }
        return arguments.get(index);
    }
}
