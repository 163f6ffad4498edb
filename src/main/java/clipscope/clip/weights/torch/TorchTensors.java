package clipscope.clip.weights.torch;

import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.pickle.PickleValue;
import clipscope.clip.weights.pickle.PickleValue.Dictionary;
import clipscope.clip.weights.pickle.PickleValue.Item;
import clipscope.clip.weights.pickle.PickleValue.Made;
import clipscope.clip.weights.pickle.PickleValue.Text;
import clipscope.language.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the weights in what a pickle of PyTorch's describes.
///
/// That is a dictionary from names to tensors, alone or inside of what a training run saved, or the tree of
/// modules of a TorchScript archive, where a tensor's name is the way to it.
final class TorchTensors {

    private static final Texts TEXTS = Texts.beside(TorchTensors.class);

    private static final int MAX_PARTS = 20_000; // modules and tensors; the largest CLIP has 2,000
    private static final int MAX_DEPTH = 64; // modules in modules
    private static final int MAX_NAME = 500;
    private static final int MAX_ENVELOPES = 3;
    private static final List<String> ENVELOPES = List.of("state_dict", "model", "module", "model_state_dict");

    private final Map<String, TorchTensor> found = new LinkedHashMap<>();
    private int parts;

    private TorchTensors() {}

    /// {@return the tensors by name}
    ///
    /// @throws MalformedFileException if there are none, or one is described in a way that is not PyTorch's
    static Map<String, TorchTensor> in(PickleValue root) throws MalformedFileException {
        TorchTensors tensors = new TorchTensors();
        if (root instanceof Made module && TorchGlobals.isScriptClass(module.maker())) {
            tensors.modules(module);
        } else {
            tensors.stateDict(root);
        }
        if (tensors.found.isEmpty()) {
            throw new MalformedFileException(TEXTS.get("tensors.none"));
        }
        return tensors.found;
    }

    private void stateDict(PickleValue root) throws MalformedFileException {
        List<Item> items = items(root);
        for (int i = 0; i < MAX_ENVELOPES; i++) {
            Optional<PickleValue> envelope = envelope(items);
            if (envelope.isPresent()) {
                items = items(envelope.get());
            }
        }
        for (Item item : items) {
            if (item.key() instanceof Text(String name)) {
                addTensor(name, item.value());
            }
        }
    }

    private static List<Item> items(PickleValue value) throws MalformedFileException {
        return entries(value)
                .orElseThrow(() -> new MalformedFileException(TEXTS.get("tensors.form")))
                .items();
    }

    private static Optional<PickleValue> envelope(List<Item> items) {
        for (String name : ENVELOPES) {
            for (Item item : items) {
                if (item.key() instanceof Text(String key)
                        && key.equals(name)
                        && entries(item.value()).isPresent()) {
                    return Optional.of(item.value());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Dictionary> entries(PickleValue value) {
        return switch (value) {
            case Dictionary dictionary -> Optional.of(dictionary);
            case Made made when made.maker().path().equals(TorchGlobals.ORDERED_DICT) -> Optional.of(made.entries());
            default -> Optional.empty();
        };
    }

    /// A module on the way through the tree.
    ///
    /// @param prefix its name and a dot; empty for the root
    private record Module(String prefix, int depth, Made made) {}

    private void modules(Made root) throws MalformedFileException {
        Deque<Module> waiting = new ArrayDeque<>();
        waiting.add(new Module("", 0, root));
        while (!waiting.isEmpty()) {
            Module module = waiting.removeLast();
            count();
            if (module.depth() > MAX_DEPTH) {
                throw new MalformedFileException(TEXTS.get("modules.deep"));
            }
            for (Item item : module.made().attributes().items()) {
                if (!(item.key() instanceof Text(String key))) {
                    throw new MalformedFileException(TEXTS.get("modules.nameless"));
                }
                String name = module.prefix() + key;
                if (!addTensor(name, item.value())
                        && item.value() instanceof Made made
                        && TorchGlobals.isScriptClass(made.maker())) {
                    checkName(name);
                    waiting.add(new Module(name + ".", module.depth() + 1, made));
                }
            }
        }
    }

    private boolean addTensor(String name, PickleValue value) throws MalformedFileException {
        Optional<TorchTensor> tensor = TorchTensor.of(value);
        if (tensor.isPresent()) {
            checkName(name);
            count();
            if (found.put(name, tensor.get()) != null) {
                throw new MalformedFileException(TEXTS.get("tensor.twice", name));
            }
        }
        return tensor.isPresent();
    }

    private void count() throws MalformedFileException {
        if (++parts > MAX_PARTS) {
            throw new MalformedFileException(TEXTS.get("modules.many", MAX_PARTS));
        }
    }

    private static void checkName(String name) throws MalformedFileException {
        if (name.length() > MAX_NAME) {
            throw new MalformedFileException(TEXTS.get("tensor.name", name.length()));
        }
    }
}
