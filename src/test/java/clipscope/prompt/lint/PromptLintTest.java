package clipscope.prompt.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PromptPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptLintTest {

    private static final FakeClipModel MODEL = new FakeClipModel();

    @ParameterizedTest
    @CsvSource({
        "crane, AMBIGUOUS",
        "cat without glasses, NEGATION",
        "three dogs, COUNTING",
        "giraffe, UNKNOWN_WORD",
        "one two three four five six seven eight nine, CUT",
    })
    void aLabelHasItsFinding(String label, Finding.Kind kind) throws Exception {
        assertTrue(kinds(input(List.of(label))).contains(kind), label);
    }

    /// The double reads eight words; what can be done about a prompt is to look at another.
    @Test
    void aPromptOfItsOwnIsLookedThroughToo() throws Exception {
        Finding negation = PromptLint.checkPrompt("A red photo without blue.", MODEL::tokenize).stream()
                .filter(finding -> finding.kind() == Finding.Kind.NEGATION)
                .findFirst()
                .orElseThrow();
        assertEquals("This prompt", negation.subject());
        assertEquals(List.of(new Fix.LookAt("A red photo")), negation.fixes());
        assertEquals(
                List.of(Finding.Kind.CUT, Finding.Kind.UNKNOWN_WORD),
                PromptLint.checkPrompt("red red red red red red red red giraffe", MODEL::tokenize).stream()
                        .map(Finding::kind)
                        .toList());
        assertEquals(List.of(), PromptLint.checkPrompt("A red photo.", MODEL::tokenize));
    }

    @Test
    void goodLabelsHaveNone() throws Exception {
        assertEquals(List.of(), kinds(input(List.of("red", "blue photo", "a drawing"))));
    }

    @Test
    void aNameInThePromptsSettlesAnAmbiguousLabel() throws Exception {
        LintInput input = input(List.of("crane"));
        Fix fix = PromptLint.check(input).stream()
                .filter(finding -> finding.kind() == Finding.Kind.AMBIGUOUS)
                .findFirst()
                .orElseThrow()
                .fixes()
                .getFirst();

        assertEquals(new Fix.CallInPrompts("crane", "crane (bird)"), fix);
        LintInput fixed = new LintInput(
                input.labels(),
                input.template(),
                input.plan().withName("crane", "crane (bird)"),
                input.tokens(),
                Map.of(),
                Optional.empty());
        assertTrue(!kinds(fixed).contains(Finding.Kind.AMBIGUOUS));
    }

    @Test
    void nearDuplicatesAreNamedWithTheirCosine() throws Exception {
        Embedding lion = Embedding.ofProjection(new float[] {1, 0});
        Embedding aLion = Embedding.ofProjection(new float[] {1, 0.2f}); // cosine 0.9806
        LintInput input = new LintInput(
                List.of("red", "white"),
                PromptTemplate.BARE,
                PromptPlan.FIRST,
                MODEL::tokenize,
                Map.of("red", lion, "white", aLion),
                Optional.empty());

        Finding finding = PromptLint.check(input).getFirst();

        assertEquals("“red” and “white” are 0.98 alike: they will share their probability.", finding.reason());
        assertEquals(new Fix.RemoveLabel("white"), finding.fixes().getFirst());
    }

    @Test
    void labelsThatNeverWinAreFoundOnceSomethingWasCompared() throws Exception {
        LintInput compared = new LintInput(
                List.of("red", "blue"),
                PromptTemplate.BARE,
                PromptPlan.FIRST,
                MODEL::tokenize,
                Map.of(),
                Optional.of(Set.of("red")));

        assertEquals(List.of(Finding.Kind.NEVER_WINS), kinds(compared));
        assertEquals("blue", PromptLint.check(compared).getFirst().subject());
    }

    @Test
    void digitsThatAreSplitAreFoundAndSmallOnesSpelledOut() throws Exception {
        List<Finding> findings = PromptLint.check(spelled(List.of("bus 12", "route 1233")));

        assertEquals(
                List.of(Finding.Kind.DIGITS, Finding.Kind.DIGITS),
                findings.stream().map(Finding::kind).toList());
        assertEquals(
                List.of(new Fix.CallInPrompts("bus 12", "bus twelve")),
                findings.getFirst().fixes());
        assertTrue(findings.getLast().reason().contains("“1 2 3 3”"));
    }

    @Test
    void capitalsAndSignsThatAreTokensAreFound() throws Exception {
        List<Finding> findings = PromptLint.check(spelled(List.of("Fox!")));

        assertEquals(new Fix.Rename("Fox!", "fox"), findings.getFirst().fixes().getFirst());
    }

    @Test
    void aLabelThreeTimesAsLongAsTheOthersIsFound() throws Exception {
        List<Finding> findings = PromptLint.check(spelled(List.of("ab", "cd", "ef", "abcdefg")));

        assertEquals(Finding.Kind.LENGTHS, findings.getFirst().kind());
        assertEquals("abcdefg", findings.getFirst().subject());
    }

    @Test
    void aTemplateWithoutAPlaceIsFound() throws Exception {
        LintInput input = new LintInput(
                List.of("red"),
                new PromptTemplate("a photo"),
                PromptPlan.FIRST,
                MODEL::tokenize,
                Map.of(),
                Optional.empty());

        assertEquals(
                new Fix.UseTemplate(new PromptTemplate("a photo {}")),
                PromptLint.check(input).getFirst().fixes().getFirst());
    }

    private static LintInput input(List<String> labels) {
        return new LintInput(
                labels, PromptTemplate.BARE, PromptPlan.FIRST, MODEL::tokenize, Map.of(), Optional.empty());
    }

    /// As a model whose every character is a token.
    private static LintInput spelled(List<String> labels) {
        return new LintInput(
                labels, PromptTemplate.BARE, PromptPlan.FIRST, PromptLintTest::spell, Map.of(), Optional.empty());
    }

    private static TokenizedText spell(String text) {
        List<Integer> ids = new ArrayList<>(List.of(-1));
        text.chars().forEach(ids::add);
        ids.add(-2);
        return new TokenizedText(text, ids, 0, List.of());
    }

    private static List<Finding.Kind> kinds(LintInput input) throws Exception {
        return PromptLint.check(input).stream().map(Finding::kind).toList();
    }
}
