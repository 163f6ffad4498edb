package clipscope.clip.weights.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.PickleBytes;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.TensorEntry;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoShards() throws Exception {
        SafetensorsWriter.write(folder.resolve("one"), List.of(tensor("a"), tensor("b")));
        SafetensorsWriter.write(folder.resolve("two"), List.of(tensor("b"), tensor("c")));
    }

    @Test
    void theNameOfAFileSaysNothingAboutItsKind() throws Exception {
        Path odd = Files.copy(folder.resolve("one"), folder.resolve("pytorch_model.bin"));
        try (Checkpoint checkpoint = Checkpoints.open(odd)) {
            assertEquals(Set.of("a", "b"), checkpoint.tensors().keySet());
        }
    }

    @Test
    void whatAllNamesBeginWithAfterCompilingIsLeftOut() throws Exception {
        Path file = folder.resolve("compiled");
        SafetensorsWriter.write(
                file,
                List.of(
                        FloatTensor.adopt("_orig_mod.module.a", List.of(2L), new float[] {1, 2}),
                        FloatTensor.adopt("_orig_mod.module.b", List.of(1L), new float[] {3})));
        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertEquals(Set.of("a", "b"), checkpoint.tensors().keySet());
            assertEquals(3, checkpoint.bytes(entry(checkpoint, "b")).get(ValueLayout.JAVA_FLOAT_UNALIGNED, 0));
            assertEquals(2, checkpoint.bytes(entry(checkpoint, "a")).get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4));
        }
    }

    @Test
    void whatOnlySomeNamesBeginWithIsPartOfThem() throws Exception {
        Path file = folder.resolve("mixed");
        SafetensorsWriter.write(file, List.of(tensor("module.a"), tensor("b")));
        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertEquals(Set.of("module.a", "b"), checkpoint.tensors().keySet());
        }
    }

    private static TensorEntry entry(Checkpoint checkpoint, String name) {
        return Objects.requireNonNull(checkpoint.tensors().get(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatIsNoWeightFileIsCalledWhatItIs(String what, byte[] file, String fault) throws Exception {
        assertRefused(file, fault);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("empty", new byte[0], "the file is empty"),
                arguments(
                        "LFS", ascii("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"), "Git LFS pointer"),
                arguments("page", ascii("<!DOCTYPE html>\n<html><head>"), "a web page"),
                arguments("page with a mark", "\uFEFF \n<HTML>".getBytes(StandardCharsets.UTF_8), "a web page"),
                arguments("error in XML", ascii("<?xml version='1.0'?><Error/>"), "a web page"),
                arguments("GGUF", ascii("GGUF\3\0\0\0"), "a GGUF file"),
                arguments("HDF5", ascii("\u0089HDF\r\n\u001a\n"), "an HDF5 file"),
                arguments("tar", ascii("\0".repeat(257) + "ustar\00000"), "PyTorch 0.1"),
                arguments("text", ascii("hello"), "no weight file"),
                arguments("zeros", new byte[5_000], "no weight file"),
                arguments(
                        "a pickle of Python's", PickleBytes.begin().whole(1).end(), "a pickle, but none of PyTorch's"),
                arguments("JSON", ascii("{\"error\": \"Not found\"}"), "no index of weights"),
                arguments("an empty object", ascii("{}"), "no index of weights"),
                arguments("an empty map", ascii("{\"weight_map\": {}}"), "no index of weights"),
                arguments("no map", ascii("{\"weight_map\": [1]}"), "weight_map is no object"),
                arguments("two maps", ascii("{\"weight_map\": {}, \"weight_map\": {}}"), "weight_map is there twice"),
                arguments("no file", ascii("{\"weight_map\": {\"a\": 1}}"), "no file for a"),
                arguments("twice", ascii("{\"weight_map\": {\"a\": \"one\", \"a\": \"one\"}}"), "a is there twice"),
                arguments("more behind", ascii("{\"weight_map\": {\"a\": \"one\"}} {}"), "no JSON"),
                arguments("cut off", ascii("{\"weight_map\": {\"a\": \"on"), "no JSON, or it is cut off"),
                arguments("deep", ascii("{\"weight_map\": " + "[".repeat(100_000)), "weight_map is no object"),
                arguments("deep beside", ascii("{\"x\": " + "[".repeat(100_000)), "no JSON"),
                arguments("no UTF-8", ascii("{\"\u00e9\": 1}"), "no JSON"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ../one
            /etc/passwd
            /one
            ./one
            .
            ..
            one/
            a/../one
            a\\one
            ''
            x\u0000y
            """)
    void anIndexLeadsNowhereElse(String name) throws Exception {
        assertRefused(index("a", name.replace("\\", "\\\\").replace("\0", "\\u0000")), "does not lie beside it");
    }

    @Test
    void aTensorComesFromTheFileThatTheIndexNames() throws Exception {
        Path index = Files.write(
                folder.resolve("index"), ascii("{\"weight_map\": {\"a\": \"one\", \"b\": \"two\", \"c\": \"two\"}}"));
        try (Checkpoint checkpoint = Checkpoints.open(index)) {
            assertEquals(Set.of("a", "b", "c"), checkpoint.tensors().keySet());
        }
    }

    @Test
    void aTensorThatIsNotInItsShardIsRefused() throws Exception {
        assertRefused(index("c", "one"), "it says that c is in");
    }

    @Test
    void aMissingShardIsMissing() throws Exception {
        Path index = Files.write(folder.resolve("index"), index("a", "three"));
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(index));

        assertEquals(new Problem.MissingFile(folder.resolve("three")), e.problem());
    }

    @Test
    void aDamagedShardIsNamedAndNotTheIndex() throws Exception {
        Path shard = folder.resolve("two");
        Files.write(shard, Arrays.copyOf(Files.readAllBytes(shard), 300));
        Path index = Files.write(folder.resolve("index"), index("c", "two"));
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(index));

        assertEquals(shard, ((Problem.BadModelFile) e.problem()).file());
    }

    @Test
    void anIndexAmongTheShardsIsRefused() throws Exception {
        Path inner = Files.write(folder.resolve("inner"), index("a", "inner"));
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(inner));

        assertEquals(new Problem.BadModelFile(inner, "it is no weight file of safetensors or PyTorch"), e.problem());
    }

    @Test
    void noFileIsMissing() {
        Path file = folder.resolve("nothing");
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(file));

        assertEquals(new Problem.MissingFile(file), e.problem());
    }

    private void assertRefused(byte[] bytes, String fault) throws Exception {
        Path file = Files.write(folder.resolve("model.safetensors"), bytes);
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(file));
        Problem.BadModelFile problem = (Problem.BadModelFile) e.problem();
        assertEquals(file, problem.file());
        assertTrue(problem.reason().contains(fault), problem.reason());
    }

    private static byte[] index(String tensor, String file) {
        return ascii("{\"weight_map\": {\"%s\": \"%s\"}}".formatted(tensor, file));
    }

    private static FloatTensor tensor(String name) {
        return FloatTensor.adopt(name, List.of(2L), new float[] {1, 2});
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
