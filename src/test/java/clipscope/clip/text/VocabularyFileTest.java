package clipscope.clip.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyFileTest {

    private static final String FRAME = "\"<|startoftext|>\": 1, \"<|endoftext|>\": 2";

    @TempDir
    private Path folder;

    @Test
    void piecesHaveTheIdsOfTheFile() throws Exception {
        assertEquals(Map.of("<|startoftext|>", 1, "<|endoftext|>", 2, "\"", 0), read("{" + FRAME + ", \"\\\"\": 0}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            `` ; it is no vocabulary
            [] ; it is no vocabulary
            {"a": 0 ; it is no vocabulary
            {"a": "x"} ; it is no vocabulary
            {"a": 1.5} ; it is no vocabulary
            {"a": -1} ; a has the id -1
            {"a": 2147483647} ; a has the id 2147483647
            {"a": 1, "a": 2} ; a is in it twice
            {"a": 1, "b": 1} ; b has the id 1 of another piece
            {"a": "1"} ; a has an id that is no number
            {'a': 1} ; malformed at line 1
            {"a": 1} {} ; it is no vocabulary
            {"<|endoftext|>": 1} ; it has no tokens <|startoftext|> and <|endoftext|>
            """)
    void aFaultIsNamed(String json, String reason) {
        ProblemException e = assertThrows(ProblemException.class, () -> read(json));

        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, e.problem());
        assertTrue(problem.reason().contains(reason), problem::reason);
    }

    private Map<String, Integer> read(String json) throws Exception {
        return VocabularyFile.read(Files.writeString(folder.resolve("vocab.json"), json));
    }
}
