package clipscope.clip.weights.pickle;

import clipscope.clip.weights.file.ByteCursor;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.pickle.PickleValue.Bool;
import clipscope.clip.weights.pickle.PickleValue.Bytes;
import clipscope.clip.weights.pickle.PickleValue.Dictionary;
import clipscope.clip.weights.pickle.PickleValue.Global;
import clipscope.clip.weights.pickle.PickleValue.None;
import clipscope.clip.weights.pickle.PickleValue.Persistent;
import clipscope.clip.weights.pickle.PickleValue.Real;
import clipscope.clip.weights.pickle.PickleValue.Sequence;
import clipscope.clip.weights.pickle.PickleValue.Text;
import clipscope.clip.weights.pickle.PickleValue.Tuple;
import clipscope.clip.weights.pickle.PickleValue.Whole;
import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Reads pickles of protocol 2 to 5 as data.
///
/// A pickle is a program for a small stack machine. This one has no instruction that calls anything: it only
/// writes down what the pickle asks for. Names that are not on the list of the one who reads are refused,
/// since a file of weights that asks for anything else is not what it says it is.
///
/// **Memory:** each instruction makes one small value, and their number is limited.
///
/// **Thread:** Confined to its owner.
///
/// **Source:** `Lib/pickletools.py` of CPython, which describes every instruction.
public final class PickleReader {

    private static final Texts TEXTS = Texts.beside(PickleReader.class);

    private static final int MAX_INSTRUCTIONS = 1_000_000; // a checkpoint of 1,000 tensors has some 50,000
    private static final int MAX_BYTES = 64 << 20; // for the same 1 MB; text is what takes memory
    private static final int MAX_TEXT = 1 << 20; // bytes
    private static final int MAX_PROTOCOL = 5;
    private static final int MAX_NAME = 1_000; // bytes of a class's name
    private static final int MAX_WHOLE = 255; // bytes of a whole number

    private final ByteCursor cursor;
    private final Predicate<Global> allowed;
    private final PickleStack stack = new PickleStack();
    private final List<Persistent> references = new ArrayList<>();

    private PickleReader(ByteCursor cursor, Predicate<Global> allowed) {
        this.cursor = cursor;
        this.allowed = allowed;
    }

    /// What a pickle says.
    ///
    /// @param references everything outside of the pickle that it refers to, in its order
    public record Pickle(PickleValue value, List<Persistent> references) {

        public Pickle {
            references = List.copyOf(references);
        }
    }

    /// Reads the pickle that begins where the cursor stands, and leaves the cursor behind it.
    ///
    /// @param allowed which names the pickle may ask for
    /// @throws MalformedFileException if it asks for another, is cut off or damaged, or too large
    public static Pickle read(ByteCursor cursor, Predicate<Global> allowed) throws MalformedFileException {
        PickleReader reader = new PickleReader(cursor, allowed);
        long start = cursor.position();
        for (int i = 0; i < MAX_INSTRUCTIONS && cursor.position() - start <= MAX_BYTES; i++) {
            int opcode = cursor.u8();
            if (opcode == '.') { // STOP
                return new Pickle(reader.stack.result(), reader.references);
            }
            reader.step(opcode);
        }
        throw new MalformedFileException(TEXTS.get("pickle.large"));
    }

    private void step(int opcode) throws MalformedFileException {
        switch (opcode) {
            case 0x80 -> protocol();
            case 0x95 -> cursor.i64(); // FRAME: how much to read ahead, of no use to a mapped file
            case '(' -> stack.mark();
            case '0' -> stack.pop();
            case '1' -> stack.popToMark(); // POP_MARK
            case '2' -> stack.duplicate();
            case 'q' -> stack.remember(cursor.u8());
            case 'r' -> stack.remember(cursor.u32());
            case 0x94 -> stack.remember(); // MEMOIZE
            case 'h' -> stack.recall(cursor.u8());
            case 'j' -> stack.recall(cursor.u32());
            case 'Q' -> reference();
            case 'c' ->
                global(cursor.line(MAX_NAME, StandardCharsets.UTF_8), cursor.line(MAX_NAME, StandardCharsets.UTF_8));
            case 0x93 -> stackGlobal();
            case 'R', 0x81 -> stack.make(); // REDUCE, NEWOBJ
            case 0x92 -> { // NEWOBJ_EX: named arguments lie on top
                stack.pop();
                stack.make();
            }
            case 'b' -> stack.build();
            default -> value(opcode);
        }
    }

    private void value(int opcode) throws MalformedFileException {
        switch (opcode) {
            case 'N' -> stack.push(new None());
            case 0x88 -> stack.push(new Bool(true));
            case 0x89 -> stack.push(new Bool(false));
            case 'K' -> whole(cursor.u8());
            case 'M' -> whole(cursor.u16());
            case 'J' -> whole(cursor.i32());
            case 0x8a -> longWhole(cursor.u8());
            case 0x8b -> longWhole(cursor.u32());
            case 'G' -> stack.push(new Real(cursor.f64BigEndian()));
            case 0x8c, 'U' -> text(cursor.u8()); // SHORT_BINUNICODE; SHORT_BINSTRING of Python 2
            case 'X', 'T' -> text(cursor.u32());
            case 0x8d -> text(cursor.i64());
            case 'C' -> bytes(cursor.u8());
            case 'B' -> bytes(cursor.u32());
            case 0x8e, 0x96 -> bytes(cursor.i64());
            default -> container(opcode);
        }
    }

    private void container(int opcode) throws MalformedFileException {
        switch (opcode) {
            case ')' -> stack.push(new Tuple(List.of()));
            case 0x85 -> stack.tuple(1);
            case 0x86 -> stack.tuple(2);
            case 0x87 -> stack.tuple(3);
            case 't' -> stack.push(new Tuple(stack.popToMark()));
            case ']', 0x8f -> stack.push(new Sequence()); // EMPTY_LIST, EMPTY_SET
            case 'l', 0x91 -> stack.sequence(); // LIST, FROZENSET
            case 'a' -> stack.append(List.of(stack.pop()));
            case 'e', 0x90 -> stack.append(stack.popToMark()); // APPENDS, ADDITEMS
            case '}' -> stack.push(new Dictionary());
            case 'd' -> stack.dictionary();
            case 's' -> stack.setItem();
            case 'u' -> stack.setItems(stack.popToMark());
            default -> throw new MalformedFileException(TEXTS.get("pickle.instruction", "%02x".formatted(opcode)));
        }
    }

    private void protocol() throws MalformedFileException {
        int protocol = cursor.u8();
        if (protocol > MAX_PROTOCOL) {
            throw new MalformedFileException(TEXTS.get("pickle.protocol", protocol));
        }
    }

    private void whole(long value) {
        stack.push(new Whole(BigInteger.valueOf(value)));
    }

    private void longWhole(long size) throws MalformedFileException {
        if (size > MAX_WHOLE) {
            throw new MalformedFileException(TEXTS.get("pickle.number", size));
        }
        byte[] littleEndian = cursor.take(size).toArray(ValueLayout.JAVA_BYTE);
        byte[] bigEndian = new byte[littleEndian.length + 1]; // a number of no bytes is 0
        for (int i = 0; i < littleEndian.length; i++) {
            bigEndian[littleEndian.length - i] = littleEndian[i];
        }
        boolean negative = littleEndian.length > 0 && littleEndian[littleEndian.length - 1] < 0;
        bigEndian[0] = (byte) (negative ? -1 : 0);
        stack.push(new Whole(new BigInteger(bigEndian)));
    }

    private void reference() throws MalformedFileException {
        Persistent reference = new Persistent(stack.pop());
        references.add(reference);
        stack.push(reference);
    }

    private void text(long size) throws MalformedFileException {
        if (size > MAX_TEXT) {
            throw new MalformedFileException(TEXTS.get("pickle.text", size));
        }
        stack.push(new Text(cursor.text(size, StandardCharsets.UTF_8)));
    }

    private void bytes(long size) throws MalformedFileException {
        MemorySegment skipped = cursor.take(size);
        stack.push(new Bytes(skipped.byteSize()));
    }

    private void stackGlobal() throws MalformedFileException {
        if (stack.pop() instanceof Text(String name) && stack.pop() instanceof Text(String module)) {
            global(module, name);
        } else {
            throw new MalformedFileException(TEXTS.get("pickle.nameless"));
        }
    }

    private void global(String module, String name) throws MalformedFileException {
        Global global = new Global(module, name);
        if (!allowed.test(global)) {
            throw new MalformedFileException(TEXTS.get("pickle.global", global.path()));
        }
        stack.push(global);
    }
}
