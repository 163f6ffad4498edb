package clipscope.clip.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bytes are written by hand after "Encoding" in the documentation of Protocol Buffers: a tag, whose
/// lower three bits are the kind, then a number or a length with as many bytes.
class SentencePieceFileTest {

    private static final String END = "0a 08  0a 04 3c2f733e  18 03"; // a piece: </s>, a control
    private static final String UNIGRAM = "12 02 18 01"; // a TrainerSpec with model_type 1

    @TempDir
    private Path folder;

    @Test
    void piecesHaveTheirPlacesAsIds() throws Exception {
        // score -1.5 as a float; field 9 of the piece is unknown to us and left out
        SentencePieceFile file = read(END + "0a 0d  0a 04 e2968161  15 0000c0bf  48 07" + UNIGRAM);

        assertEquals(
                List.of(new SentencePieceFile.Piece("</s>", 0, 3), new SentencePieceFile.Piece("▁a", -1.5f, 1)),
                file.pieces());
        assertEquals("", file.characters());
    }

    @Test
    void theMapOfCharactersIsKeptAsItIs() throws Exception {
        assertEquals("AQID", read(END + "1a 05  12 03 010203").characters()); // Base64 of the three bytes
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                     | it has no piece </s>
            0a 04 0a 02 6162                       | it has no piece </s>
            0a 7f 0a 02 6162                       | field 1 is longer than the file
            0a 04 0a 7f 6162                       | field 1 is longer than the file
            0a ff ff ff ff ff ff ff ff ff 01       | field 1 is longer than the file
            0a ff ff ff ff ff ff ff ff ff ff 01    | a number in it has no end
            0a                                     | it is cut off
            0a 80                                  | it is cut off
            0b 0c                                  | field 1 is of another kind
            23 24                                  | field 4 is of an unknown kind
            26                                     | field 4 is of an unknown kind
            08 01                                  | field 1 is of another kind
            0a 02 10 01                            | field 2 is of another kind
            0a 03 15 0000                          | it is cut off
            0a 03 0a 01 ff                         | a text in it is not UTF-8
            21 00000000                            | it is cut off
            """)
    void aFaultIsNamed(String bytes, String reason) {
        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, problem(bytes));

        assertTrue(problem.reason().contains(reason), problem::reason);
    }

    @Test
    void anotherKindThanUnigramIsDeclined() {
        Problem.UnsupportedModel problem =
                assertInstanceOf(Problem.UnsupportedModel.class, problem(END + "12 02 18 02")); // BPE

        assertEquals("a SentencePiece tokenizer that is not of the unigram kind", problem.part());
    }

    /// Each beginning of a file, and each with one byte changed: a problem or a result, and nothing else.
    @Test
    void noDamageGetsThrough() throws Exception {
        byte[] whole = bytes(END + "0a 0b  0a 04 e2968161  15 0000c0bf" + UNIGRAM + "1a 05  12 03 010203");
        for (int length = 0; length < whole.length; length++) {
            readOrDecline(Arrays.copyOf(whole, length));
        }
        for (int i = 0; i < whole.length; i++) {
            for (int change = 1; change < 256; change++) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) change;
                readOrDecline(damaged);
            }
        }
    }

    private void readOrDecline(byte[] bytes) throws Exception {
        try {
            assertTrue(read(bytes).pieces().size() <= 4);
        } catch (ProblemException e) {
            assertTrue(e.problem() instanceof Problem.BadModelFile || e.problem() instanceof Problem.UnsupportedModel);
        }
    }

    private Problem problem(String bytes) {
        return assertThrows(ProblemException.class, () -> read(bytes)).problem();
    }

    private SentencePieceFile read(String bytes) throws Exception {
        return read(bytes(bytes));
    }

    private SentencePieceFile read(byte[] bytes) throws Exception {
        return SentencePieceFile.read(Files.write(folder.resolve("spiece.model"), bytes));
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }
}
