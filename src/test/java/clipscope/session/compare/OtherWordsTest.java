package clipscope.session.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.compare.LabelResult.Scored;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OtherWordsTest {

    private static final ScoreSettings WITH = ScoreSettings.MODELS_OWN.withOthers(true);
    private static final ScoreSettings COLOURS = WITH.withWords(List.of("red", "blue", "black", "giraffe"));

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final ImageId red =
            desk.session().addImages(List.of(Desks.red("red"))).getFirst();

    private void compare(ScoreSettings settings, String... labels) {
        desk.session().setLabels(List.of(labels));
        desk.session().setScores(settings);
        desks.tasks().runAll();
    }

    @Test
    void nothingIsReadBeforeItIsWanted() {
        desks.open();
        compare(ScoreSettings.MODELS_OWN, "red");

        assertFalse(desk.others().wanted());
        assertTrue(desk.others().used().isEmpty());
        assertTrue(desk.comparison().of(red).none().isEmpty());
    }

    /// Logits by hand: red 10, the other words blue 0.0990 and black 0.99504; the word red is the label's own
    /// and giraffe is not in the vocabulary.
    @Test
    void whatNoLabelSaysHasItsShare() {
        desks.open();
        compare(COLOURS, "red");

        OtherWords.Sifted used = desk.others().used().orElseThrow();
        assertEquals(List.of("blue", "black"), used.words());
        assertEquals(List.of("red"), used.synonyms());
        double label = Math.exp(10);
        double others = Math.exp(0.0990099) + Math.exp(0.995037);
        Comparison.OfImage result = desk.comparison().of(red);
        Scored scored = assertInstanceOf(Scored.class, result.labels().getFirst());
        assertEquals(label / (label + others), scored.score().probability(), 1e-6);
        assertEquals(others / (label + others), result.none().orElseThrow().probability(), 1e-6);
        assertEquals(2, result.none().orElseThrow().words());
    }

    @Test
    void aloneOneLabelIsJudgedAgainstThemWithoutAsking() {
        desks.open();
        compare(ScoreSettings.MODELS_OWN.withWords(COLOURS.words()).withMode(ScoreMode.INDEPENDENT), "red", "green");

        assertTrue(desk.others().wanted());
        Comparison.OfImage result = desk.comparison().of(red);
        double others = Math.exp(0.0990099) + Math.exp(0.995037);
        Scored green = assertInstanceOf(Scored.class, result.labels().get(1));
        double own = Math.exp(0.0990099);
        assertEquals(own / (own + others), green.score().probability(), 1e-6);
        assertTrue(result.none().isEmpty());
    }

    @Test
    void aSigmoidModelNeedsNone() {
        desks.open(new FakeClipModel("siglip", Path.of("models", "siglip"), new ScoreRule.Sigmoid(10, -5)));
        compare(WITH, "red");

        assertFalse(desk.others().wanted());
    }

    @Test
    void wordsWithEmbeddingsNearALabelsAreLeftOut() {
        desks.open();
        compare(WITH.withWords(List.of("a red", "yellow")), "red"); // "a red" is red to this model

        assertEquals(List.of("a red"), desk.others().used().orElseThrow().synonyms());
    }

    @Test
    void anotherTemplateMakesOtherPrompts() {
        desks.open();
        compare(COLOURS, "green");
        var before = desk.others().used().orElseThrow();

        desk.session().setTemplate(new PromptTemplate("a white {}"));
        assertTrue(desk.others().used().isEmpty());
        desks.tasks().runAll();

        var after = desk.others().used().orElseThrow();
        assertFalse(before.embeddings().equals(after.embeddings()));
    }

    @Test
    void readingManyIsAJobThatCanBeStopped() {
        desks.open();
        desk.session().setLabels(List.of("red"));
        desks.tasks().runAll();
        List<String> many = IntStream.range(0, 100)
                .mapToObj(i -> "photo " + "a ".repeat(i % 7) + i)
                .toList();
        desk.session().setScores(WITH.withWords(many));
        assertEquals(
                List.of("Reading other words"),
                desk.jobs().running().stream().map(job -> job.title()).toList());

        desk.jobs().running().getFirst().stop();
        desks.tasks().runAll();

        assertTrue(desk.others().used().isEmpty());
        assertEquals(List.of(), desk.jobs().running());
    }

    @Test
    void theListThatComesWithClipScopeHasNoRepetitions() {
        List<String> words = OtherWords.bundled();

        assertTrue(words.size() > 500);
        assertTrue(words.contains("dog") && words.contains("ice cream"));
        assertEquals(words.size(), words.stream().distinct().count());
        assertEquals(words, desk.others().list());
    }
}
