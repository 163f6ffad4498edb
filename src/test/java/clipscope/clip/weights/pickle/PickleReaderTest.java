package clipscope.clip.weights.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clipscope.clip.weights.PickleBytes;
import clipscope.clip.weights.file.ByteCursor;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.pickle.PickleReader.Pickle;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PickleReaderTest {

    /// `pickle.dumps` of CPython 3.11 for the list of [#PLAIN_VALUES], protocol 2.
    private static final String PROTOCOL_2 = """
            gAJdcQAoToiJSwBL/03//0r/////SgAAAICKBQAAAIAAigkAAAAAAAAAAECKCQAAAAAAAAAAwEc/+AAAAAAAAFgCAAAAw6lx
            ASlLAYVxAksBSwKGcQNLAUsCSwOHcQQoSwFLAksDSwR0cQVdcQZdcQdLAWF9cQh9cQkoWAEAAABhcQpLAVgBAAAAYnELSwJ1
            ZS4=""";

    /// The same with some bytes and sets, protocol 5.
    private static final String PROTOCOL_5 = """
            gAWVmAAAAAAAAABdlChOiIlLAEv/Tf//Sv////9KAAAAgIoFAAAAgACKCQAAAAAAAAAAQIoJAAAAAAAAAADARz/4AAAAAAAA
            jALDqZQpSwGFlEsBSwKGlEsBSwJLA4eUKEsBSwJLA0sEdJRdlF2USwFhfZR9lCiMAWGUSwGMAWKUSwJ1QwJhYpSPlChLB5Ao
            SwiRlJYDAAAAAAAAAGFiY5RlLg==""";

    private static final String PLAIN_VALUES = "None, true, false, 0, 255, 65535, -1, -2147483648, 2147483648,"
            + " 1180591620717411303424, -1180591620717411303424, 1.5, 'é', (), (1), (1, 2), (1, 2, 3), (1, 2, 3, 4),"
            + " [], [1], {}, {'a': 1, 'b': 2}";

    @Test
    void everyKindOfValueIsReadAsPythonWroteIt() throws Exception {
        assertEquals("[" + PLAIN_VALUES + "]", shown(decoded(PROTOCOL_2)));
        assertEquals("[" + PLAIN_VALUES + ", 2 bytes, [7], [8], 3 bytes]", shown(decoded(PROTOCOL_5)));
    }

    @Test
    void aCallIsWrittenDownAndNotMade() throws Exception {
        byte[] pickle = PickleBytes.begin()
                .global("good", "function")
                .ops("(")
                .whole(7)
                .ops("tR}")
                .text("attribute")
                .whole(8)
                .ops("sb")
                .end();

        assertEquals("good.function(7){}{'attribute': 8}", shown(pickle));
    }

    @Test
    void referencesAreListedInTheirOrder() throws Exception {
        byte[] pickle =
                PickleBytes.begin().whole(1).ops("Q").whole(2).raw('Q', 0x86).end();

        assertEquals(
                List.of("1", "2"),
                read(pickle).references().stream().map(r -> shown(r.id())).toList());
    }

    @Test
    void theCursorStandsBehindThePickle() throws Exception {
        ByteCursor cursor = new ByteCursor(MemorySegment.ofArray(new byte[] {'N', '.', 'x'}), "the pickle");
        PickleReader.read(cursor, _ -> true);

        assertEquals(2, cursor.position());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aPickleThatLiesIsRefused(String what, byte[] pickle, String fault) {
        MalformedFileException e = assertThrows(MalformedFileException.class, () -> read(pickle));

        assertTrue(e.fault().contains(fault), e.fault());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("os.system", ops("cos\nsystem\n(X\2\0\0\0ls").ops("tR"), "asks for os.system, which"),
                hostile("eval", ops("cbuiltins\neval\n"), "asks for builtins.eval, which"),
                hostile("eval of Python 2", ops("c__builtin__\neval\n"), "asks for __builtin__.eval, which"),
                hostile("in newer pickles", ops("").text("posix").text("system").raw(0x93), "asks for posix.system"),
                hostile("a name from numbers", ops("").whole(1).whole(2).raw(0x93), "without a name"),
                hostile("an old instance", ops("(ios\nsystem\n"), "instruction 0x69"),
                hostile("an old object", ops("(o"), "instruction 0x6f"),
                hostile("an extension", ops("").raw(0x82, 1), "instruction 0x82"),
                hostile("a buffer from outside", ops("").raw(0x97), "instruction 0x97"),
                hostile("a persistent id in text", ops("P1\n"), "instruction 0x50"),
                hostile("an unknown instruction", ops("").raw(0xff), "instruction 0xff"),
                hostile("a call of a number", ops("").whole(1).ops(")R"), "calls what is no function"),
                hostile("a call of a call's result", ops("cgood\nx\n)R)R"), "calls what is no function"),
                hostile("a call with a list", ops("cgood\nx\n]R"), "calls what is no function"),
                hostile("attributes for a list", ops("]}b"), "attributes to what is no object"),
                hostile("odd attributes", ops("cgood\nx\n)R)b"), "something else than attributes"),
                hostile("an append to a dictionary", ops("}Na"), "appends to what is no list"),
                hostile("entries in a list", ops("]NNs"), "puts entries into what is no dictionary"),
                hostile("a key without a value", ops("}(Nu"), "a key without a value"),
                hostile("nothing to take", ops("0"), "a value that is not there"),
                hostile("nothing above the mark", ops("N(0"), "a value that is not there"),
                hostile("no mark", ops("Nt"), "ends a list that it never began"),
                hostile("no result", ops(""), "a value that is not there"),
                hostile("two results", ops("NN"), "ends in the middle of a value"),
                hostile("a mark is left", ops("N("), "a value that is not there"),
                hostile("no memory", ops("h").raw(0), "refers to a value that it never had"),
                hostile("no memory of 2^32", ops("j").i32(-1), "refers to a value that it never had"),
                hostile("protocol 6", ops("").raw(0x80, 6), "unknown protocol 6"),
                hostile("a text of 4 GiB", ops("X").i32(-1), "a text of 4,294,967,295 bytes"),
                hostile("a text of 2^63", ops("").raw(0x8d).i64(Long.MAX_VALUE), "a text of 9,223,372,036,854,775,807"),
                hostile("a text of -1", ops("").raw(0x8d).i64(-1), "the pickle is cut off or lies about a size"),
                hostile("bytes of 2^63", ops("").raw(0x8e).i64(Long.MAX_VALUE), "cut off or lies about a size"),
                hostile("bytes of -1", ops("").raw(0x96).i64(-1), "cut off or lies about a size"),
                hostile("a number of 4 GiB", ops("").raw(0x8b).i32(-1), "a whole number of 4,294,967,295 bytes"),
                hostile("a text that is none", ops("X").i32(1).raw(0xff), "a text that is not UTF-8"),
                hostile(
                        "a name of a million letters",
                        ops("c" + "a".repeat(1_000_000)),
                        "a line of more than 1,000 bytes"),
                hostile("a name without an end", ops("ca"), "the pickle is cut off"),
                hostile("a million lists", ops("]".repeat(1_000_001)), "larger than that of any model"));
    }

    @Test
    void aPickleThatEndsAnywhereIsRefused() {
        for (String text : List.of(PROTOCOL_2, PROTOCOL_5)) {
            byte[] pickle = decoded(text);
            for (int length = 0; length < pickle.length; length++) {
                byte[] cut = Arrays.copyOf(pickle, length);
                assertThrows(MalformedFileException.class, () -> read(cut));
            }
        }
    }

    @Test
    void whatContainsItselfIsReadInStepsNotInDepth() throws Exception {
        byte[] itself = PickleBytes.begin().ops("]q\0h\0a").end();
        byte[] deep = PickleBytes.begin()
                .ops("]".repeat(400_000) + "a".repeat(399_999))
                .end();

        assertTrue(read(itself).value() instanceof PickleValue.Sequence list
                && list.items().getFirst() == list);
        assertTrue(read(deep).value() instanceof PickleValue.Sequence);
    }

    /// The same dictionary as the state of 100,000 objects: if it were copied, 10^10 entries.
    @Test
    void aStateThatIsUsedAgainIsNotCopied() throws Exception {
        byte[] bomb = PickleBytes.begin()
                .ops("(" + "NN".repeat(50_000) + "dq\0" + "0(cgood\nx\nq\1" + "0" + "h\1)Rh\0b".repeat(100_000) + "l")
                .end();

        assertEquals(
                100_000, ((PickleValue.Sequence) read(bomb).value()).items().size());
    }

    private static PickleBytes ops(String letters) {
        return PickleBytes.begin().ops(letters);
    }

    private static Arguments hostile(String what, PickleBytes pickle, String fault) {
        return arguments(what, pickle.end(), fault);
    }

    private static byte[] decoded(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static Pickle read(byte[] pickle) throws MalformedFileException {
        ByteCursor cursor = new ByteCursor(MemorySegment.ofArray(pickle), "the pickle");
        return PickleReader.read(cursor, global -> global.module().equals("good"));
    }

    private static String shown(byte[] pickle) throws MalformedFileException {
        return shown(read(pickle).value());
    }

    private static String shown(PickleValue value) {
        return switch (value) {
            case PickleValue.None _ -> "None";
            case PickleValue.Bool(boolean is) -> String.valueOf(is);
            case PickleValue.Whole whole -> whole.value().toString();
            case PickleValue.Real(double number) -> String.valueOf(number);
            case PickleValue.Text(String text) -> "'" + text + "'";
            case PickleValue.Bytes(long size) -> size + " bytes";
            case PickleValue.Global global -> global.path();
            case PickleValue.Persistent reference -> "@" + shown(reference.id());
            case PickleValue.Tuple tuple -> "(" + shown(tuple.items()) + ")";
            case PickleValue.Sequence sequence -> "[" + shown(sequence.items()) + "]";
            case PickleValue.Dictionary dictionary ->
                dictionary.items().stream()
                        .map(item -> shown(item.key()) + ": " + shown(item.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case PickleValue.Made made ->
                made.maker().path() + "(" + shown(made.arguments()) + ")" + shown(made.entries())
                        + shown(made.attributes());
        };
    }

    private static String shown(List<PickleValue> values) {
        return values.stream().map(PickleReaderTest::shown).collect(Collectors.joining(", "));
    }
}
