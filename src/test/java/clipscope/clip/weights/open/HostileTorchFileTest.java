package clipscope.clip.weights.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.PickleBytes;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.ZipBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that lie: each ends in a problem that names the file and the fault.
class HostileTorchFileTest {

    private static final byte[] SIX_FLOATS = new byte[24];
    private static final byte[] GOOD = PickleBytes.stateDict(6, 0, longs(2, 3), longs(3, 1));

    @TempDir
    private Path folder;

    @Test
    void theHonestFileThatTheLiesAreMadeOfIsRead() throws Exception {
        for (ZipBytes zip : new ZipBytes[] {
            archive(GOOD), archive(GOOD).large(), archive(GOOD).comment("a PK in it")
        }) {
            try (Checkpoint checkpoint = Checkpoints.open(new HostileWeights(folder).write(zip.bytes()))) {
                assertEquals(
                        TensorEntry.named("w", DType.F32, List.of(2L, 3L)),
                        checkpoint.tensors().get("w"));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void anArchiveThatLiesIsRefused(String what, byte[] file, String fault) throws Exception {
        new HostileWeights(folder).assertRefused(file, fault);
    }

    static Stream<Arguments> archives() {
        return Stream.of(
                lie("no end", Arrays.copyOf(archive(GOOD).bytes(), 200), "it is cut off"),
                lie("only a start", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), "it is cut off"),
                lie("more behind the end", Arrays.copyOf(archive(GOOD).bytes(), 2_000), "it is cut off"),
                lie("no pickle", new ZipBytes().add("a/version", SIX_FLOATS), "none of PyTorch's"),
                lie("a pickle too deep", new ZipBytes().add("a/b/data.pkl", GOOD), "none of PyTorch's"),
                lie("two pickles", archive(GOOD).add("b/data.pkl", GOOD), "none of PyTorch's"),
                lie("twice the same", archive(GOOD).add("a/data/0", SIX_FLOATS), "holds a/data/0 twice"),
                lie("a way up", archive(GOOD).add("../x", SIX_FLOATS), "a file of the name ../x"),
                lie("a way up inside", archive(GOOD).add("a/../../x", SIX_FLOATS), "a file of the name a/../../x"),
                lie("an absolute name", archive(GOOD).add("/etc/x", SIX_FLOATS), "a file of the name /etc/x"),
                lie("a name of Windows", archive(GOOD).add("a\\x", SIX_FLOATS), "a file of the name a\\x"),
                lie("more files than are there", archive(GOOD).claiming(4, -1), "directory is cut off"),
                lie("countless files", archive(GOOD).large().claiming(Long.MAX_VALUE, -1), "more than 100,000"),
                lie("negative files", archive(GOOD).large().claiming(Long.MIN_VALUE, -1), "more than 100,000"),
                lie("directory behind the end", archive(GOOD).claiming(2, 100_000), "lies outside"),
                lie("directory far away", archive(GOOD).large().claiming(2, Long.MAX_VALUE), "lies outside"),
                lie("directory in a file", archive(GOOD).claiming(2, 3), "directory is damaged"),
                lie("compressed", with(e -> e.method = 8), "a/data/0 is compressed"),
                lie("encrypted", with(e -> e.flags = 1), "a/data/0 is encrypted"),
                lie("another method in its header", with(e -> e.localMethod = 8), "header of a/data/0 disagree"),
                lie("another size in its header", with(e -> e.localSize = 8), "header of a/data/0 disagree"),
                lie("another name in its header", with(e -> e.localName = "a/data/1"), "no a/data/0 where"),
                lie("two sizes", with(e -> e.unpackedSize = 100), "gives a/data/0 two sizes"),
                lie(
                        "larger than the archive",
                        with(e -> e.centralSize = e.localSize = 99_999),
                        "before the end of a/data/0"),
                lie("of 2 GiB", with(e -> e.centralSize = e.localSize = 0x7fffffff), "before the end of a/data/0"),
                lie(
                        "of negative size",
                        large(e -> e.centralSize = e.localSize = Long.MIN_VALUE),
                        "before the end of a/data/0"),
                lie("its header in another's", with(e -> e.header = 0), "no a/data/0 where"),
                lie("its header behind the end", with(e -> e.header = 100_000), "a/data/0 lies outside"),
                lie("its header far away", large(e -> e.header = Long.MAX_VALUE), "a/data/0 lies outside"),
                lie("two files in one place", twoInOnePlace(), "overlaps another"),
                lie(
                        "big-endian",
                        archive(GOOD).add("a/byteorder", "big".getBytes(StandardCharsets.US_ASCII)),
                        "big-endian"),
                lie("no storage", new ZipBytes().add("a/data.pkl", GOOD), "lacks data/0"),
                lie("a short storage", archive(GOOD, new byte[23]), "storage 0 has 23 bytes, but the pickle says 24"),
                lie("an empty pickle", archive(new byte[0]), "the pickle is cut off"));
    }

    private static ZipBytes with(Consumer<ZipBytes.Entry> lie) {
        return new ZipBytes().add("a/data.pkl", GOOD).add("a/data/0", SIX_FLOATS, lie);
    }

    private static ZipBytes large(Consumer<ZipBytes.Entry> lie) {
        return with(lie).large();
    }

    /// The second file's header is made of the first one's bytes.
    private static ZipBytes twoInOnePlace() {
        byte[] inner = new ZipBytes().add("a/data/0", SIX_FLOATS).bytes();
        return new ZipBytes()
                .add("a/x", inner)
                .add("a/data/0", SIX_FLOATS, e -> e.header = 30L + "a/x".length())
                .add("a/data.pkl", GOOD);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tensors")
    void aTensorThatLiesIsRefused(String what, byte[] pickle, String fault) throws Exception {
        new HostileWeights(folder).assertRefused(archive(pickle).bytes(), fault);
    }

    static Stream<Arguments> tensors() {
        return Stream.of(
                tensor("too many rows", 6, 0, longs(3, 3), longs(3, 1), "w reaches beyond"),
                tensor("an offset too far", 6, 1, longs(2, 3), longs(3, 1), "w reaches beyond"),
                tensor("a stride too far", 6, 0, longs(2, 3), longs(4, 1), "w reaches beyond"),
                tensor("a negative stride", 6, 5, longs(6), longs(-1), "dimension of a tensor in storage 0 is -1"),
                tensor("a negative offset", 6, -1, longs(6), longs(1), "offset of a tensor in storage 0 is -1"),
                tensor("a negative dimension", 6, 0, longs(-6), longs(1), "dimension of a tensor in storage 0 is -6"),
                tensor("one element, endless", 6, 0, longs(1L << 40), longs(0), "or repeats"),
                tensor("2^80 elements", 6, 0, longs(1L << 40, 1L << 40), longs(0, 0), "or repeats"),
                tensor(
                        "strides that overflow",
                        6,
                        0,
                        longs(2, 2),
                        longs(Long.MAX_VALUE, Long.MAX_VALUE),
                        "reaches beyond"),
                tensor("an offset that overflows", 6, Long.MAX_VALUE, longs(2), longs(1), "reaches beyond"),
                tensor("nothing, far away", 6, 7, longs(0), longs(1), "reaches beyond"),
                tensor("nothing, and 2^80", 6, 0, longs(1L << 40, 1L << 40, 0), longs(1, 1, 1), "reaches beyond"),
                tensor("fewer strides", 6, 0, longs(2, 3), longs(1), "2 dimensions, but 1 strides"),
                tensor("nine dimensions", 6, 0, longs(1, 1, 1, 1, 1, 1, 1, 1, 6), longs(1), "odd shape"),
                tensor("a longer storage", 7, 0, longs(7), longs(1), "storage 0 has 24 bytes, but the pickle says 28"),
                tensor("a negative storage", -6, 0, longs(6), longs(1), "length of storage 0 is -6"),
                tensor(
                        "an endless storage",
                        1L << 62,
                        0,
                        longs(6),
                        longs(1),
                        "length of storage 0 is 4,611,686,018,427,387,904"));
    }

    private static Arguments tensor(
            String what, long elements, long offset, long[] shape, long[] strides, String fault) {
        return arguments(what, PickleBytes.stateDict(elements, offset, shape, strides), fault);
    }

    @Test
    void copiesThatWouldTakeMoreThanTheFileAreRefused() throws Exception {
        PickleBytes pickle = PickleBytes.begin().ops("}");
        for (int i = 0; i < 1_000; i++) { // each a transposed view of its own over the same 3,000 floats
            pickle.text("w" + i).tensor(3_000, i, longs(2, 1_000), longs(1, 2)).ops("s");
        }

        new HostileWeights(folder)
                .assertRefused(
                        archive(pickle.end(), new byte[12_000]).bytes(), "transposed tensors are larger than the file");
    }

    static ZipBytes archive(byte[] pickle) {
        return archive(pickle, SIX_FLOATS);
    }

    private static ZipBytes archive(byte[] pickle, byte[] storage) {
        return new ZipBytes().add("a/data.pkl", pickle).add("a/data/0", storage);
    }

    private static Arguments lie(String what, ZipBytes zip, String fault) {
        return arguments(what, zip.bytes(), fault);
    }

    private static Arguments lie(String what, byte[] file, String fault) {
        return arguments(what, file, fault);
    }

    private static long[] longs(long... values) {
        return values;
    }
}
