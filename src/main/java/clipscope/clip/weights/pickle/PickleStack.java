package clipscope.clip.weights.pickle;

import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.pickle.PickleValue.Dictionary;
import clipscope.clip.weights.pickle.PickleValue.Global;
import clipscope.clip.weights.pickle.PickleValue.Made;
import clipscope.clip.weights.pickle.PickleValue.None;
import clipscope.clip.weights.pickle.PickleValue.Sequence;
import clipscope.clip.weights.pickle.PickleValue.Tuple;
import clipscope.language.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stack of the machine that a pickle is a program for, its marks and its memory.
///
/// **Thread:** Confined to its owner.
final class PickleStack {

    private static final Texts TEXTS = Texts.beside(PickleStack.class);

    private final List<PickleValue> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>(); // sizes of the stack
    private final Map<Long, PickleValue> memory = new HashMap<>();

    void push(PickleValue value) {
        values.add(value);
    }

    PickleValue pop() throws MalformedFileException {
        PickleValue top = top();
        values.removeLast();
        return top;
    }

    private PickleValue top() throws MalformedFileException {
        int bottom = marks.isEmpty() ? 0 : marks.peek();
        if (values.size() <= bottom) {
            throw new MalformedFileException(TEXTS.get("stack.empty"));
        }
        return values.getLast();
    }

    PickleValue result() throws MalformedFileException {
        PickleValue result = pop();
        if (!values.isEmpty() || !marks.isEmpty()) {
            throw new MalformedFileException(TEXTS.get("stack.middle"));
        }
        return result;
    }

    void mark() {
        marks.push(values.size());
    }

    List<PickleValue> popToMark() throws MalformedFileException {
        if (marks.isEmpty()) {
            throw new MalformedFileException(TEXTS.get("stack.mark"));
        }
        List<PickleValue> above = values.subList(marks.pop(), values.size());
        List<PickleValue> taken = new ArrayList<>(above);
        above.clear();
        return taken;
    }

    void duplicate() throws MalformedFileException {
        push(top());
    }

    void remember() throws MalformedFileException {
        remember(memory.size());
    }

    void remember(long key) throws MalformedFileException {
        memory.put(key, top());
    }

    void recall(long key) throws MalformedFileException {
        PickleValue value = memory.get(key);
        if (value == null) {
            throw new MalformedFileException(TEXTS.get("stack.memory"));
        }
        push(value);
    }

    void tuple(int size) throws MalformedFileException {
        List<PickleValue> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.addFirst(pop());
        }
        push(new Tuple(items));
    }

    void sequence() throws MalformedFileException {
        Sequence sequence = new Sequence();
        sequence.addAll(popToMark());
        push(sequence);
    }

    void append(List<PickleValue> added) throws MalformedFileException {
        if (!(top() instanceof Sequence sequence)) {
            throw new MalformedFileException(TEXTS.get("stack.list"));
        }
        sequence.addAll(added);
    }

    void dictionary() throws MalformedFileException {
        List<PickleValue> items = popToMark();
        push(new Dictionary());
        setItems(items);
    }

    void setItem() throws MalformedFileException {
        PickleValue value = pop();
        PickleValue key = pop();
        setItems(List.of(key, value));
    }

    /// @param items keys and values in turn
    void setItems(List<PickleValue> items) throws MalformedFileException {
        Dictionary dictionary = switch (top()) {
            case Dictionary plain -> plain;
            case Made made -> made.entries();
            default -> throw new MalformedFileException(TEXTS.get("stack.dictionary"));
        };
        if (items.size() % 2 != 0) {
            throw new MalformedFileException(TEXTS.get("stack.key"));
        }
        for (int i = 0; i < items.size(); i += 2) {
            dictionary.put(items.get(i), items.get(i + 1));
        }
    }

    /// Notes an object: its maker and, above it, the arguments.
    void make() throws MalformedFileException {
        if (pop() instanceof Tuple arguments && pop() instanceof Global maker) {
            push(new Made(maker, arguments));
        } else {
            throw new MalformedFileException(TEXTS.get("stack.function"));
        }
    }

    /// Notes an object's attributes, which lie above it.
    void build() throws MalformedFileException {
        PickleValue state = pop();
        if (!(top() instanceof Made made)) {
            throw new MalformedFileException(TEXTS.get("stack.object"));
        }
        switch (state) {
            case Dictionary attributes -> made.build(attributes);
            case None _ -> {}
            default -> throw new MalformedFileException(TEXTS.get("stack.attributes"));
        }
    }
}
