package clipscope.train.bpe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.text.TextRule;
import clipscope.clip.text.Tokenizer;
import clipscope.clip.text.TokenizerSource;
import clipscope.train.bpe.BytePairs.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The written file, read by the tokenizer that reads all models' files.
class TokenizerFileTest {

    /// 256 bytes, 256 at the end of a word, then re (512), red`</w>` (513), start (514), end (515).
    private static final BytePairs PAIRS = new BytePairs(List.of(new Pair("r", "e"), new Pair("re", "d</w>")));

    private static final int A = 256 + 'a' - '!'; // the alphabet begins with the visible ASCII characters
    private static final int MARK = 256; // ! at the end of a word

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("tokenizer.json");
        new TokenizerFile(PAIRS).write(file);
    }

    @Test
    void textsBecomeIdsFromStartToEnd() throws Exception {
        assertEquals(List.of(514, 513, 515), ids("red"));
        assertEquals(List.of(514, A, 513, 'r' - '!', 'o' - '!', 256 + 'd' - '!', 515), ids("a red rod"));
        assertEquals(List.of(514, 515), ids(""));
    }

    @Test
    void itsPiecesAreReadBack() throws Exception {
        String json = Files.readString(file);

        assertEquals(Optional.of(PAIRS), TokenizerFile.pairs(json));
        for (String other : List.of("", "{", "[]", "{\"model\": 3}", "{\"model\": {\"merges\": [1]}}", json + " ")) {
            assertEquals(Optional.empty(), TokenizerFile.pairs(other), other);
        }
    }

    @Test
    void caseAndSpacesDoNotMatterAndMarksAreWordsOfTheirOwn() throws Exception {
        assertEquals(List.of(514, A, 513, MARK, 515), ids("  A \t RED!\n"));
    }

    @Test
    void anyTextHasTokens() throws Exception {
        assertEquals(4 + 2, ids("🟥").size()); // four bytes of UTF-8
        assertEquals(6 + 2, ids("赤い").size());
    }

    @Test
    void captionsAreCutAsTheFileCutsThem() throws Exception {
        CaptionTokens tokens = new CaptionTokens(PAIRS);
        for (String text : List.of("red", "a red rod", "", "it's a red, dreaded rod.", "ä 24 Red")) {
            assertEquals(ids(text), tokens.of(text), text);
        }
    }

    private List<Integer> ids(String text) throws Exception {
        try (Tokenizer tokenizer =
                Tokenizer.open(new TokenizerSource.Json(file), TextRule.AS_WRITTEN, Optional.empty(), 64, 516)) {
            return tokenizer.tokenize(text).ids();
        }
    }
}
