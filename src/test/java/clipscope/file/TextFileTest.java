package clipscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

    @TempDir
    private Path folder;

    @Test
    void theMarkThatEditorsPutBeforeATextIsNoneOfIt() throws Exception {
        assertEquals("größe\n", TextFile.read(file(0xef, 0xbb, 0xbf, 'g', 'r', 0xc3, 0xb6, 0xc3, 0x9f, 'e', '\n'), 11));
    }

    @Test
    void linesEndInEveryWay() throws Exception {
        assertEquals(List.of("a", "", "b", "c"), TextFile.lines(file('a', '\r', '\n', '\n', 'b', '\r', 'c', '\n'), 8));
    }

    @Test
    void aTextThatIsTooLongIsRefused() throws Exception {
        assertEquals("abc", TextFile.read(file('a', 'b', 'c'), 3));
        assertEquals("it is longer than 2 bytes", fault(file('a', 'b', 'c'), 2));
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        assertEquals("it is not text", fault(file('a', 0), 9));
        assertEquals("it is not text in UTF-8", fault(file(0xff, 0xfe, 'a'), 9));
        assertEquals("it is not text in UTF-8", fault(file('a', 0xc3), 9));
    }

    @Test
    void aFileThatIsNotThereIsMissing() {
        Path none = folder.resolve("none");

        assertEquals(
                new Problem.MissingFile(none),
                assertThrows(ProblemException.class, () -> TextFile.read(none, 9))
                        .problem());
    }

    private String fault(Path file, int most) {
        Problem problem = assertThrows(ProblemException.class, () -> TextFile.read(file, most))
                .problem();
        return ((Problem.UnreadableFile) problem).reason();
    }

    private Path file(int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(folder.resolve("text"), content);
    }
}
