package clipscope.clip.weights.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.PickleBytes;
import clipscope.clip.weights.ZipBytes;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pickles that describe no weights, or not as PyTorch does; and files of before PyTorch 1.6.
class HostilePickleTest {

    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n";
    private static final String STORAGE = "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\6tQ";
    private static final BigInteger MAGIC = new BigInteger("119547037146038801333356"); // torch/serialization.py

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("pickles")
    void aPickleOfNoWeightsIsRefused(String what, byte[] pickle, String fault) throws Exception {
        new HostileWeights(folder)
                .assertRefused(
                        new ZipBytes()
                                .add("a/data.pkl", pickle)
                                .add("a/data/0", new byte[24])
                                .bytes(),
                        fault);
    }

    static Stream<Arguments> pickles() {
        return Stream.of(
                lie("a number", ops("K\1"), "no dictionary of tensors"),
                lie("a list", ops("]"), "no dictionary of tensors"),
                lie("an empty dictionary", ops("}"), "holds no tensors"),
                lie("numbers only", ops("}X\1\0\0\0wK\1s"), "holds no tensors"),
                lie("an empty state", ops("}X\5\0\0\0model}s"), "holds no tensors"),
                lie("a state in itself", ops("}q\0X\5\0\0\0modelh\0s"), "holds no tensors"),
                lie(
                        "twice the same",
                        dict().text("w")
                                .ops(tensor())
                                .ops("s")
                                .text("w")
                                .ops(tensor())
                                .ops("s"),
                        "w is there twice"),
                lie("a long name", dict().text("w".repeat(501)).ops(tensor()).ops("s"), "a name of 501 letters"),
                lie("os.system", dict().text("w").ops("cos\nsystem\n(X\4\0\0\0trueltRs"), "asks for os.system"),
                lie("os.system for a tensor", dict().text("w").ops("cposix\nsystem\n)Rs"), "asks for posix.system"),
                lie("torch.load", dict().text("w").ops("ctorch\nload\n)Rs"), "asks for torch.load"),
                lie("a hub", dict().text("w").ops("ctorch.hub\nload\n)Rs"), "asks for torch.hub.load"),
                lie(
                        "an unknown storage",
                        dict().text("w").ops("ctorch\nQInt8Storage\ns"),
                        "asks for torch.QInt8Storage"),
                lie("a lookalike", dict().text("w").ops("c__torch__x\nA\ns"), "asks for __torch__x.A"),
                lie("a tensor of nothing", dict().text("w").ops(TENSOR + ")Rs"), "of too little"),
                lie("a tensor of a number", dict().text("w").ops(TENSOR + "(K\1K\0))tRs"), "of what is no storage"),
                lie("no offset", dict().text("w").ops(TENSOR + "(" + STORAGE + "N))tRs"), "has no offset"),
                lie("no shape", dict().text("w").ops(TENSOR + "(" + STORAGE + "K\0NNtRs"), "has no shape"),
                lie(
                        "a text as dimension",
                        dict().text("w").ops(TENSOR + "(" + STORAGE + "K\0(X\1\0\0\0006t(K\1ttRs"),
                        "odd shape"),
                lie(
                        "half a dimension",
                        dict().text("w").ops(TENSOR + "(" + STORAGE + "K\0(G?\u00e0\0\0\0\0\0\0t(K\1ttRs"),
                        "odd shape"),
                lie("a reference to a number", dict().text("w").ops(TENSOR + "(K\7QK\0))tRs"), "in an unknown way"),
                lie("a reference to a module", reference("module", "FloatStorage", 6), "in an unknown way"),
                lie(
                        "a storage of no storage",
                        reference("storage", "Tensor", 6),
                        "storage 0 is of the unknown type torch.Tensor"),
                lie(
                        "a parameter of a number",
                        dict().text("w").ops("ctorch._utils\n_rebuild_parameter\n(K\1tRs"),
                        "a parameter of what is no tensor"),
                lie(
                        "a parameter of itself",
                        dict().text("w")
                                .ops("ctorch._utils\n_rebuild_parameter\n(".repeat(5) + tensor() + "tR".repeat(5)
                                        + "s"),
                        "wraps a tensor too often"),
                lie(
                        "a type without a function",
                        dict().text("w").ops("ctorch._tensor\n_rebuild_from_type_v2\n(NNNtRs"),
                        "in an unknown way"),
                lie("a module in itself", ops("c__torch__\nA\n)\u0081q\0}X\1\0\0\0mh\0sb"), "without end"),
                lie(
                        "an attribute without a name",
                        ops("c__torch__\nA\n)\u0081}K\1K\2sb"),
                        "an attribute without a name"),
                lie("a module without weights", ops("c__torch__\nA\n)\u0081}b"), "holds no tensors"),
                lie("2^60 modules", moduleBomb(), "more than 20,000 parts"));
    }

    /// Sixty modules, each of which has the next one twice.
    private static PickleBytes moduleBomb() {
        PickleBytes pickle = PickleBytes.begin().ops("c__torch__\nA\n)\u0081q\0000");
        for (int i = 0; i < 60; i++) {
            pickle.ops("c__torch__\nA\n)\u0081}X\1\0\0\0ah\0sX\1\0\0\0bh\0sbq\0000");
        }
        return pickle.ops("h\0");
    }

    private static PickleBytes reference(String kind, String storage, int elements) {
        return dict().text("w")
                .ops(TENSOR + "((")
                .text(kind)
                .global("torch", storage)
                .text("0")
                .text("cpu")
                .whole(elements)
                .ops("tQK\0))tRs");
    }

    @Test
    void aTensorOfAnyPythonClassThatIsOneIsRead() throws Exception {
        byte[] pickle = dict().text("w")
                .ops("ctorch._tensor\n_rebuild_from_type_v2\n(ctorch._utils\n_rebuild_tensor_v2\n")
                .ops("ctorch.nn.parameter\nParameter\n(" + STORAGE + "K\0(K\6t(K\1t\u0089}t}tRs")
                .end();
        try (Checkpoint checkpoint = Checkpoints.open(new HostileWeights(folder)
                .write(new ZipBytes()
                        .add("a/data.pkl", pickle)
                        .add("a/data/0", new byte[24])
                        .bytes()))) {
            assertEquals(Set.of("w"), checkpoint.tensors().keySet());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("legacyFiles")
    void aLegacyFileThatLiesIsRefused(String what, byte[] file, String fault) throws Exception {
        new HostileWeights(folder).assertRefused(file, fault);
    }

    static Stream<Arguments> legacyFiles() {
        byte[] good = legacy("storage", 1001, true, "0", 6);
        return Stream.of(
                arguments("another version", legacy("storage", 1002, true, "0", 6), "none of PyTorch's"),
                arguments("big-endian", legacy("storage", 1001, false, "0", 6), "big-endian"),
                arguments("another storage", legacy("storage", 1001, true, "1", 6), "a storage that no tensor is in"),
                arguments(
                        "fewer numbers",
                        legacy("storage", 1001, true, "0", 5),
                        "storage 0 has 5 numbers, but the pickle says 6"),
                arguments("negative numbers", legacy("storage", 1001, true, "0", -1), "storage 0 has -1 numbers"),
                arguments("no storages", legacy("storage", 1001, true, "", 6), "storage 0 is missing"),
                arguments("a class", legacy("module", 1001, true, "0", 6), "in an unknown way"),
                arguments("cut off", Arrays.copyOf(good, good.length - 1), "the file is cut off"));
    }

    @Test
    void aLegacyFileThatEndsAnywhereIsRefused() throws Exception {
        byte[] good = legacy("storage", 1001, true, "0", 6);
        try (Checkpoint checkpoint = Checkpoints.open(new HostileWeights(folder).write(good))) {
            assertEquals(Set.of("w"), checkpoint.tensors().keySet());
        }
        for (int length = 0; length < good.length; length++) {
            Path file = new HostileWeights(folder).write(Arrays.copyOf(good, length));
            assertInstanceOf(
                    Problem.BadModelFile.class,
                    assertThrows(ProblemException.class, () -> Checkpoints.open(file))
                            .problem());
        }
    }

    private static byte[] legacy(String kind, int version, boolean littleEndian, String key, long numbers) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] magic = MAGIC.toByteArray();
        PickleBytes first = PickleBytes.begin().raw(0x8a, magic.length);
        for (int i = magic.length - 1; i >= 0; i--) {
            first.raw(magic[i]);
        }
        file.writeBytes(first.end());
        file.writeBytes(PickleBytes.begin().whole(version).end());
        file.writeBytes(dict().text("little_endian")
                .raw(littleEndian ? 0x88 : 0x89)
                .ops("s")
                .end());
        file.writeBytes(dict().text("w")
                .ops(TENSOR + "((")
                .text(kind)
                .ops("ctorch\nFloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\6NtQK\0(K\6t(K\1t\u0089}tRs")
                .end());
        PickleBytes keys = PickleBytes.begin().ops("]");
        file.writeBytes(key.isEmpty() ? keys.end() : keys.text(key).ops("a").end());
        file.writeBytes(ByteBuffer.allocate(8 + 24) // how many numbers, and six of them
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(numbers)
                .array());
        return file.toByteArray();
    }

    private static String tensor() {
        return TENSOR + "(" + STORAGE + "K\0(K\6t(K\1t\u0089}tR";
    }

    private static PickleBytes dict() {
        return PickleBytes.begin().ops("}");
    }

    private static PickleBytes ops(String letters) {
        return PickleBytes.begin().ops(letters);
    }

    private static Arguments lie(String what, PickleBytes pickle, String fault) {
        return arguments(what, pickle.end(), fault);
    }
}
