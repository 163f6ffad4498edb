package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.layout.TokenizerPlan;
import clipscope.clip.text.TokenizedText;
import clipscope.clip.tower.TextTower;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

    /// SigLIP fills up with its end token, which is piece 1 in `tokenization_siglip.py`; SigLIP 2 with 0.
    @ParameterizedTest
    @CsvSource({"siglip-spiece, 1", "siglip-tokenizer-json, 1", "siglip-2, 0"})
    void aTowerThatSeesTheWholeContextIsGivenAllOfIt(String golden, int padding) throws Exception {
        try (TextReader reader = reader(golden)) {
            TokenizedText empty = reader.tokenize("");

            assertEquals(List.of(1), empty.ids());
            assertEquals(1, reader.row(empty).getFirst());
            assertEquals(Collections.nCopies(15, padding), reader.row(empty).subList(1, 16));
        }
    }

    @Test
    void aTextThatFillsTheContextIsNotPadded() throws Exception {
        try (TextReader reader = reader("siglip-spiece")) {
            TokenizedText longText = reader.tokenize("market ".repeat(60));

            assertEquals(16, longText.ids().size());
            assertEquals(45, longText.dropped()); // 60 words and the end token
            assertEquals(longText.ids(), reader.row(longText));
        }
    }

    @Test
    void aTowerThatIsReadAtTheEndIsGivenTheTextUpToIt() throws Exception {
        try (TextReader reader = reader("hf-fp16")) {
            TokenizedText text = reader.tokenize("a<|endoftext|>photo");

            assertEquals(537, reader.row(text).getLast()); // 512 for bytes, 24 merges, start, end
            assertEquals(3, reader.row(text).size());
        }
    }

    @Test
    void anEndThatIsNotTheHighestTokenIsRefusedWhereTheHighestIsRead() throws Exception {
        ModelPlan plan = plan("hf-metaclip-2");
        TokenizerPlan highest = new TokenizerPlan(
                plan.tokenizer().source(),
                plan.tokenizer().rule(),
                Optional.of(84),
                Optional.empty(),
                Optional.empty());

        Problem.BadModelFile problem = assertInstanceOf(
                Problem.BadModelFile.class, problem(highest, plan.network().text()));
        assertEquals("it ends texts with token 2, but the text tower is read at token 84", problem.reason());
    }

    @Test
    void paddingThatTheTowerDoesNotKnowIsRefused() throws Exception {
        ModelPlan plan = plan("siglip-spiece");
        TokenizerPlan beyond = new TokenizerPlan(
                plan.tokenizer().source(),
                plan.tokenizer().rule(),
                Optional.empty(),
                Optional.of(new TokenizerPlan.Padding("[PAD]", 5_000)),
                Optional.empty());

        Problem.BadModelFile problem = assertInstanceOf(
                Problem.BadModelFile.class, problem(beyond, plan.network().text()));
        assertEquals("it fills texts up with token 5000, which the text tower does not know", problem.reason());
    }

    @Test
    void withoutPiecesNoTextIsRead() throws Exception {
        ModelPlan plan = plan("hf-fp16");
        TokenizerPlan none = new TokenizerPlan(
                Optional.empty(), plan.tokenizer().rule(), Optional.empty(), Optional.empty(), Optional.empty());

        try (TextReader reader =
                TextReader.open(Path.of("model"), none, plan.network().text())) {
            ProblemException e = assertThrows(ProblemException.class, () -> reader.tokenize("a"));
            assertEquals(new Problem.MissingTokenizer(Path.of("model")), e.problem());
        }
    }

    private static Problem problem(TokenizerPlan plan, TextTower tower) {
        return assertThrows(ProblemException.class, () -> TextReader.open(Path.of("model"), plan, tower))
                .problem();
    }

    private static TextReader reader(String golden) throws Exception {
        ModelPlan plan = plan(golden);
        return TextReader.open(
                plan.identity().location(), plan.tokenizer(), plan.network().text());
    }

    private static ModelPlan plan(String golden) throws Exception {
        return ModelPlans.read(new LayoutGolden(golden).folder());
    }
}
