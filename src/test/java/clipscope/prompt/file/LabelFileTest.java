package clipscope.prompt.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

    @TempDir
    private Path folder;

    @Test
    void aLineIsALabelCommasAndAll() throws Exception {
        assertEquals(
                List.of("crane, a bird", "crane", "größe"),
                read("l.txt", "\ufeffcrane, a bird\r\n\n crane \ngröße\ncrane"));
    }

    @Test
    void ofATableTheColumnIsTakenWhoseHeadingSaysSo() throws Exception {
        String csv = "Label,count\r\n\"crane, a bird\",3\n\"a \"\"big\"\" cat\",two\n\"two\nlines\",5\n,6\n";

        assertEquals(List.of("crane, a bird", "a \"big\" cat", "two lines"), read("l.CSV", csv));
        assertEquals(List.of("cat", "dog"), read("id.csv", "id;class_name\n0;cat\n1;dog\n2\n"));
        assertEquals(List.of("crane, a bird", "dog"), read("l.tsv", "crane, a bird\t1\ndog\t2\n"));
    }

    @Test
    void numbersAreNoLabelsWhereThereIsAnotherColumn() throws Exception {
        assertEquals(List.of("cat", "dog"), read("l.csv", "0,cat\n1,dog\n"));
        assertEquals(List.of("0", "1"), read("numbers.csv", "0\n1\n"));
    }

    @Test
    void aListInPythonJsonOrMarkdownIsOne() throws Exception {
        assertEquals(List.of("cat", "crane, a bird"), read("l.json", "[\"cat\", \"crane, a bird\"]"));
        assertEquals(List.of("cat", "dog"), read("l.md", "# Pets\n\n- cat\n- dog\n"));
    }

    @Test
    void aTableIsWrittenAsOne() throws Exception {
        Path file = folder.resolve("out.csv");
        LabelFile.write(file, List.of("name", "crane, a bird", "5\" pipe"));

        assertEquals("label\n\"name\"\n\"crane, a bird\"\n\"5\"\" pipe\"\n", Files.readString(file));
        assertEquals(List.of("name", "crane, a bird", "5\" pipe"), LabelFile.read(file));
    }

    @Test
    void aFirstLineThatIsNoHeadingIsALabel() throws Exception {
        assertEquals(List.of("red", "blue"), read("l.csv", "red,1\nblue,2"));
    }

    @Test
    void whatWasWrittenIsReadAgain() throws ProblemException {
        Path file = folder.resolve("out.txt");
        LabelFile.write(file, List.of("a, b", "ü"));

        assertEquals(List.of("a, b", "ü"), LabelFile.read(file));
    }

    @Test
    void whatIsNoListOfLabelsSaysSo() throws IOException {
        assertEquals("it is not text in UTF-8", reason(bytes("g".getBytes(ISO_8859_1), (byte) 0xfc)));
        assertEquals("it is not text", reason(new byte[] {'a', 0, 'b'}));
        assertEquals("there is no label in it", reason(" \n\n".getBytes(ISO_8859_1)));
        assertEquals("it is longer than 1,048,576 bytes", reason(new byte[(1 << 20) + 1]));
        ProblemException gone = assertThrows(ProblemException.class, () -> LabelFile.read(folder.resolve("gone.txt")));
        assertEquals(new Problem.MissingFile(folder.resolve("gone.txt")), gone.problem());
        ProblemException nowhere = assertThrows(
                ProblemException.class, () -> LabelFile.write(folder.resolve("no/such/f.txt"), List.of("a")));
        assertTrue(nowhere.problem() instanceof Problem.UnwritableFile);
    }

    private static byte[] bytes(byte[] some, byte last) {
        byte[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = last;
        return all;
    }

    private String reason(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("bad.txt"), content);
        Problem problem =
                assertThrows(ProblemException.class, () -> LabelFile.read(file)).problem();
        return ((Problem.UnreadableFile) problem).reason();
    }

    private List<String> read(String name, String text) throws Exception {
        return LabelFile.read(Files.writeString(folder.resolve(name), text));
    }
}
