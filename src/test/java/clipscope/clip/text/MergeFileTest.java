package clipscope.clip.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeFileTest {

    @TempDir
    private Path folder;

    /// The order of CLIP's vocabulary: 256 bytes, 256 that end a word, what the merges give, start, end.
    @Test
    void piecesHaveTheirIdsInClipsOrder() throws Exception {
        MergeFile.Pieces pieces =
                MergeFile.read(text("#version: 0.2\ni n\nt h</w>\n")).piecesFor(516);

        assertEquals(516, pieces.ids().size());
        assertEquals(0, pieces.ids().get("!"));
        assertEquals(188, pieces.ids().get("Ā")); // byte 0, the first that is not printable
        assertEquals(256, pieces.ids().get("!</w>"));
        assertEquals(512, pieces.ids().get("in"));
        assertEquals(513, pieces.ids().get("th</w>"));
        assertEquals(514, pieces.ids().get("<|startoftext|>"));
        assertEquals(515, pieces.ids().get("<|endoftext|>"));
        assertEquals(List.of("i n", "t h</w>"), pieces.merges());
    }

    @Test
    void ofALongerListOnlyTheFirstMergesAreUsed() throws Exception {
        MergeFile file = MergeFile.read(text("i n\nt h\na n\n"));

        assertEquals(List.of("i n"), file.piecesFor(515).merges());
        assertEquals(List.of("i n", "t h", "a n"), file.allFor(Set.of()));
    }

    @Test
    void aListThatIsCutOffIsTold() throws Exception {
        Set<String> vocabulary = new HashSet<>(Set.of("i", "n</w>", "<|startoftext|>", "<|endoftext|>"));
        StringBuilder merges = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            merges.append("q ").append(letter).append('\n');
            vocabulary.add("q" + letter);
        }

        assertEquals(
                26, MergeFile.read(text(merges.toString())).allFor(vocabulary).size());
        MergeFile cut = MergeFile.read(text(merges.substring(0, merges.length() / 2)));
        Problem problem = assertThrows(ProblemException.class, () -> cut.allFor(vocabulary))
                .problem();
        assertTrue(
                assertInstanceOf(Problem.BadModelFile.class, problem).reason().startsWith("15 of the 30 pieces"));
    }

    @Test
    void aPackedListIsTheSame() throws Exception {
        Path file = Files.write(folder.resolve("bpe.txt.gz"), packed("\"bpe.txt#version: 0.2\ni n\nt h\n"));

        assertEquals(List.of("i n", "t h"), MergeFile.read(file).allFor(Set.of()));
    }

    @Test
    void aPackedListThatIsCutOffIsBad() throws Exception {
        byte[] whole = packed("i n\nt h\n");
        Path file = Files.write(folder.resolve("bpe.txt.gz"), Arrays.copyOf(whole, whole.length - 9));

        assertEquals(new Problem.BadModelFile(file, "it cannot be unpacked"), problem(file, 514));
    }

    @Test
    void aPackedListThatIsNoTextIsBad() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(0xff);
        }
        Path file = Files.write(folder.resolve("bpe.txt.gz"), bytes.toByteArray());

        assertEquals(new Problem.BadModelFile(file, "it is not text in UTF-8"), problem(file, 514));
    }

    @Test
    void aListThatUnpacksToTooMuchIsBad() throws Exception {
        Path file = Files.write(folder.resolve("bpe.txt.gz"), packed("\n".repeat((64 << 20) + 1)));

        assertEquals(new Problem.BadModelFile(file, "it unpacks to more than 67,108,864 bytes"), problem(file, 514));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i n;t h | 517 | it has 2 merges, but a vocabulary of 517 pieces is made from 3
            i n     | 513 | it has 1 merges, but a vocabulary of 513 pieces is made from -1
            i n;i n | 516 | “i n” makes a piece that is there already
            a;t h   | 516 | “a” is no pair of pieces
            a b c   | 515 | “a b c” is no pair of pieces
            """)
    void aFaultIsNamed(String lines, int vocabulary, String reason) throws Exception {
        Path file = text(lines.replace(';', '\n'));

        assertEquals(new Problem.BadModelFile(file, reason), problem(file, vocabulary));
    }

    @Test
    void aLongLineIsShortenedInTheProblem() throws Exception {
        Problem.BadModelFile problem =
                assertInstanceOf(Problem.BadModelFile.class, problem(text("x".repeat(1_000)), 515));

        assertTrue(problem.reason().length() < 80, problem::reason);
    }

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("merges.txt"), text);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Problem problem(Path file, int vocabulary) {
        return assertThrows(ProblemException.class, () -> MergeFile.read(file).piecesFor(vocabulary))
                .problem();
    }
}
