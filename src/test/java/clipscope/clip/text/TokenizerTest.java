package clipscope.clip.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against ids worked out by hand; `clip.ReferenceTest` compares with the reference.
class TokenizerTest {

    private static final int A = 4; // the ids below: each letter, each letter at the end, one merge, start, end
    private static final int START = 9;
    private static final int END = 10;
    private static final int VOCABULARY = 11;

    private static final String MODEL = """
            "model": {"type": "BPE", "end_of_word_suffix": "</w>", "unk_token": "<|endoftext|>",
              "vocab": {"x": 0, "y": 1, "x</w>": 2, "y</w>": 3, "a": 4, "a</w>": 5, "b": 6, "b</w>": 7, "ab</w>": 8,
                        "<|startoftext|>": 9, "<|endoftext|>": 10},
              "merges": ["a b</w>"]}""";
    private static final String ADDED = """
            "added_tokens": [%s, %s]""".formatted(added(START, "<|startoftext|>"), added(END, "<|endoftext|>"));
    private static final String FRAME = """
            "post_processor": {"type": "RobertaProcessing", "sep": ["<|endoftext|>", 10],
              "cls": ["<|startoftext|>", 9], "trim_offsets": false, "add_prefix_space": false}""";
    private static final String REST = """
            "version": "1.0", "normalizer": null, "decoder": null, "pre_tokenizer": {"type": "Whitespace"}""";

    @TempDir
    private Path folder;

    @Test
    void aTextIsEnclosedByStartAndEnd() throws Exception {
        try (Tokenizer tokenizer = open(json(REST, FRAME, ADDED, MODEL), 77)) {
            assertEquals(
                    new TokenizedText("ab aab", List.of(START, 8, A, 8, END), 0, List.of()),
                    tokenizer.tokenize("ab aab"));
            assertEquals(END, tokenizer.endToken());
        }
    }

    @Test
    void aFileWithoutRulesForStartAndEndGetsTheTwoOfClip() throws Exception {
        try (Tokenizer tokenizer = open(json(REST, "\"post_processor\": null", ADDED, MODEL), 4)) {
            assertEquals(List.of(START, 8, END), tokenizer.tokenize("ab").ids());
            assertEquals(List.of(START, END), tokenizer.tokenize("").ids());
            assertEquals(
                    List.of(START, 8, 8, END), tokenizer.tokenize("ab ab ab").ids());
        }
    }

    @Test
    void piecesAreAsTheyStandInTheTextAndSayWhatIsCut() throws Exception {
        for (String frame : List.of(FRAME, "\"post_processor\": null")) {
            try (Tokenizer tokenizer = open(json(REST, frame, ADDED, MODEL), 4)) {
                assertEquals(
                        List.of(
                                new TextPiece("ab", 8, true),
                                new TextPiece("a", A, true),
                                new TextPiece("ab", 8, false)),
                        tokenizer.pieces("ab aab"));
                assertEquals(List.of(), tokenizer.pieces(""));
            }
        }
    }

    @Test
    void whatDoesNotFitIsCutBeforeTheEndTokenAndCounted() throws Exception {
        try (Tokenizer tokenizer = open(json(REST, FRAME, ADDED, MODEL), 4)) {
            TokenizedText fits = tokenizer.tokenize("ab b");
            TokenizedText cut = tokenizer.tokenize("ab b ab b ab");

            assertEquals(List.of(START, 8, 7, END), fits.ids());
            assertEquals(0, fits.dropped());
            assertEquals(List.of(START, 8, 7, END), cut.ids());
            assertEquals(3, cut.dropped());
        }
    }

    @Test
    void truncationAndPaddingOfTheFileAreNotApplied() throws Exception {
        String limits = """
                "truncation": {"direction": "Right", "max_length": 3, "strategy": "LongestFirst", "stride": 0},
                "padding": {"strategy": {"Fixed": 12}, "direction": "Right", "pad_to_multiple_of": null, "pad_id": 10,
                  "pad_type_id": 0, "pad_token": "<|endoftext|>"}""";
        try (Tokenizer tokenizer = open(json(REST, FRAME, ADDED, limits, MODEL), 77)) {
            assertEquals(
                    List.of(START, 8, 8, 8, END), tokenizer.tokenize("ab ab ab").ids());
        }
    }

    @Test
    void wordsThatAreNotInTheListAreNamedOnceEach() throws Exception {
        Path words = Files.writeString(folder.resolve("words.txt"), "A\nphoto\n\n of \r\ncat\n");
        try (Tokenizer tokenizer = open(write(json(REST, FRAME, ADDED, MODEL)), Optional.of(words), 77)) {
            TokenizedText text = tokenizer.tokenize("A photo of a Zebra, a CAT and-a zebra.");

            assertEquals(List.of("zebra", "and"), text.unknownWords());
        }
    }

    @Test
    void oddTextsGetTokensAndHarmNothing() throws Exception {
        try (Tokenizer tokenizer = open(json(REST, FRAME, ADDED, MODEL), 77)) {
            assertEquals(List.of(START, 8, END), ends(tokenizer.tokenize("ab \ud800")), "half a surrogate pair");
            assertEquals(List.of(START, 8, END), ends(tokenizer.tokenize("ab \udc00\ud800")));
            assertEquals(List.of(START, 8, END), ends(tokenizer.tokenize("ab \0")));
            assertEquals(77, tokenizer.tokenize("ab ".repeat(350_000)).ids().size());
            assertEquals(77, tokenizer.tokenize("a".repeat(1_000_000)).ids().size());
        }
    }

    /// The ids without those of unknown characters, which is the end token's in this file.
    private static List<Integer> ends(TokenizedText text) {
        List<Integer> ids = text.ids().stream().distinct().toList();
        assertTrue(ids.size() == 3, () -> "ids " + text.ids());
        return ids;
    }

    @Test
    void loadingPrintsNothing() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            open(json(REST, FRAME, ADDED, MODEL), 77).close();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aClosedTokenizerSaysSo() throws Exception {
        Tokenizer tokenizer = open(json(REST, FRAME, ADDED, MODEL), 77);
        tokenizer.close();
        tokenizer.close();

        assertThrows(IllegalStateException.class, () -> tokenizer.tokenize("ab"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                          | it is no tokenizer
            {                                                           | it is no tokenizer
            []                                                          | it is no tokenizer
            {} {}                                                       | it is no tokenizer
            {"version": "1.0"}                                          | it is no tokenizer
            {"model": 1}                                                | it is no tokenizer
            {"model": {"vocab": {"a": 2.5}}}                            | it is no tokenizer
            {"model": {"vocab": {"a": -1}}}                             | a has the id -1
            {"model": {"vocab": {"a": 99999999999}}}                    | a has the id 99999999999
            {"model": {"vocab": {"a": 11}}}                             | 12 pieces, but the text tower knows 11
            {"model": {"type": "BPE", "vocab": {"a": 0}}}               | it is no tokenizer
            {"model": {"type": "Magic", "vocab": {"a": 0}}}             | it is no tokenizer
            {"decoder": {"type": "\\ud800"}}                            | half a surrogate pair
            {"model": {"type": "BPE", "continuing_subword_prefix": "##"}} | the prefix ##
            {"normalizer": {"type": "Replace", "pattern": {"Regex": ""}}} | a replacement of nothing
            {"normalizer": {"type": "Sequence", "normalizers": [{"type": "Replace", "pattern": {"Regex": "x*"}}]}} | a replacement of nothing
            {"pre_tokenizer": {"type": "FixedLength", "length": 0}}     | a rule of the unknown kind FixedLength
            {"post_processor": {"type": "RobertaProcessing", "sep": ["</s>", 11], "cls": ["<s>", 0]}} | 12 pieces, but the text tower knows 11
            {"added_tokens": [{"id": 1}]}                               | an added token without id or content
            {"added_tokens": [{"id": 300, "content": "<x>"}]}           | 301 pieces, but the text tower knows 11
            """)
    void aFileThatIsNoTokenizerIsRefused(String json, String fault) throws Exception {
        Problem.BadModelFile problem = refused(json);

        assertTrue(problem.reason().contains(fault), problem::reason);
    }

    @Test
    void aMergeOfUnknownPiecesIsRefused() throws Exception {
        refused(json(REST, FRAME, ADDED, MODEL.replace("a b</w>", "q r")));
    }

    @Test
    void aFileWithoutItsPieceForWhatIsUnknownIsRefused() throws Exception {
        refused(json(REST, FRAME, ADDED, MODEL.replace("\"unk_token\": \"<|endoftext|>\"", "\"unk_token\": \"nope\"")));
    }

    @Test
    void aTokenizerWithoutStartAndEndIsRefused() throws Exception {
        Problem.BadModelFile problem = refused(json(REST, "\"added_tokens\": []", MODEL));

        assertTrue(problem.reason().contains("<|startoftext|>"), problem::reason);
    }

    private Problem.BadModelFile refused(String json) throws IOException {
        Path file = write(json);
        ProblemException e = assertThrows(ProblemException.class, () -> open(file, Optional.empty(), 77));
        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, e.problem());
        assertEquals(file, problem.file());
        return problem;
    }

    private Tokenizer open(String json, int context) throws Exception {
        return open(write(json), Optional.empty(), context);
    }

    private static Tokenizer open(Path file, Optional<Path> words, int context) throws ProblemException {
        return Tokenizer.open(new TokenizerSource.Json(file), TextRule.AS_WRITTEN, words, context, VOCABULARY);
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), json);
    }

    private static String json(String... parts) {
        return "{" + String.join(", ", parts) + "}";
    }

    private static String added(int id, String content) {
        return """
                {"id": %d, "content": "%s", "single_word": false, "lstrip": false, "rstrip": false,
                 "normalized": false, "special": true}""".formatted(id, content);
    }
}
