package clipscope.clip.weights.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a pickle describes.
///
/// Objects are kept as their description: which class the pickle names and what it would hand to it. No
/// class is ever looked up and nothing is called. A value may contain itself, as it may in Python, so whoever
/// walks one must count its steps.
public sealed interface PickleValue {

    /// Python's `None`.
    record None() implements PickleValue {}

    record Bool(boolean value) implements PickleValue {}

    record Whole(BigInteger value) implements PickleValue {

        /// {@return the number, empty if it is below zero or more than 2^63}
        public OptionalLong asSize() {
            return value.signum() < 0 || value.bitLength() >= Long.SIZE
                    ? OptionalLong.empty()
                    : OptionalLong.of(value.longValue());
        }
    }

    record Real(double value) implements PickleValue {}

    record Text(String value) implements PickleValue {}

    /// Bytes, of which no reader of weights needs more than the number.
    record Bytes(long size) implements PickleValue {}

    /// A class or function, by its name alone.
    record Global(String module, String name) implements PickleValue {

        /// {@return the name as Python writes it: `torch.FloatStorage`}
        public String path() {
            return module + "." + name;
        }
    }

    /// A reference to something outside of the pickle.
    record Persistent(PickleValue id) implements PickleValue {}

    record Tuple(List<PickleValue> items) implements PickleValue {

        public Tuple {
            items = List.copyOf(items);
        }
    }

    /// A key of a dictionary and its value.
    record Item(PickleValue key, PickleValue value) {}

    /// A list or a set: it may grow until the pickle is read.
    final class Sequence implements PickleValue {

        private final List<PickleValue> items = new ArrayList<>();

        void addAll(List<PickleValue> values) {
            items.addAll(values);
        }

        public List<PickleValue> items() {
            return items;
        }
    }

    /// A dictionary: it may grow until the pickle is read. A key may come twice.
    final class Dictionary implements PickleValue {

        private final List<Item> items = new ArrayList<>();

        void put(PickleValue key, PickleValue value) {
            items.add(new Item(key, value));
        }

        public List<Item> items() {
            return items;
        }
    }

    /// An object that Python would make by calling `maker`.
    final class Made implements PickleValue {

        private final Global maker;
        private final Tuple arguments;
        private final Dictionary entries = new Dictionary();
        private Dictionary attributes = new Dictionary();

        Made(Global maker, Tuple arguments) {
            this.maker = maker;
            this.arguments = arguments;
        }

        /// The dictionary itself is kept: copies of it would let a small pickle fill the memory.
        void build(Dictionary state) {
            attributes = state;
        }

        public Global maker() {
            return maker;
        }

        public List<PickleValue> arguments() {
            return arguments.items();
        }

        /// {@return what it holds if it is a dictionary of a class of its own}
        public Dictionary entries() {
            return entries;
        }

        public Dictionary attributes() {
            return attributes;
        }
    }
}
