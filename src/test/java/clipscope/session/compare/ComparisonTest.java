package clipscope.session.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.session.compare.LabelResult.Scored;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final ImageId red =
            desk.session().addImages(List.of(Desks.red("red"))).getFirst();

    private List<LabelResult> labels(String... labels) {
        desk.session().setLabels(List.of(labels));
        desks.tasks().runAll();
        return desk.comparison().of(red).labels();
    }

    /// The double's embeddings are (1, 0, 0, …, 0.1) and (0, 0, 1, …, 0.1), so the cosines are 1 and 0.01 /
    /// 1.01.
    @Test
    void cosineLogitAndProbabilityBelongTogether() {
        desks.open();

        List<LabelResult> results = labels("blue", "red");

        Scored blue = assertInstanceOf(Scored.class, results.get(0));
        Scored matching = assertInstanceOf(Scored.class, results.get(1));
        double cosine = 0.01 / 1.01;
        double odds = Math.exp(10 * (1 - cosine)); // the double's logit scale is 10
        assertEquals(1, matching.score().cosine(), 1e-6);
        assertEquals(10, matching.score().logit(), 1e-5);
        assertEquals(odds / (1 + odds), matching.score().probability(), 1e-6);
        assertEquals(cosine, blue.score().cosine(), 1e-6);
        assertEquals(1, matching.score().probability() + blue.score().probability(), 1e-12);
    }

    @Test
    void aLabelTheModelNeverMetHasNoNumberAndTakesNoShare() {
        desks.open();

        List<LabelResult> results = labels("red", "giraffe");

        assertEquals(1, assertInstanceOf(Scored.class, results.get(0)).score().probability(), 0);
        assertEquals(
                List.of("giraffe"),
                assertInstanceOf(LabelResult.Unknown.class, results.get(1))
                        .tokens()
                        .unknownWords());
    }

    @Test
    void aStrangeWordInTheTemplateIsNotTheLabelsFault() {
        desks.open();
        desk.session().setTemplate(new PromptTemplate("an origami {}"));

        assertInstanceOf(Scored.class, labels("red").getFirst());
    }

    @Test
    void labelsWaitForTheModel() {
        assertEquals(List.of(new LabelResult.Waiting("red")), labels("red"));

        desks.open();

        assertInstanceOf(Scored.class, desk.comparison().of(red).labels().getFirst());
    }

    @Test
    void whatTheTextTowerCannotReadFailsAtItsLabel() {
        desks.open();
        desks.model().fail(true);

        assertInstanceOf(LabelResult.Failed.class, labels("red").getFirst());
    }

    @Test
    void theTemplateFillsThePromptAndNoImageIsEncodedAgain() {
        desks.open();
        labels("red");
        var embedding = desk.embeddings().image(red).orElseThrow();
        desk.session().setTemplate(new PromptTemplate("a photo of a {}"));
        desks.tasks().runAll();

        Scored scored = assertInstanceOf(
                Scored.class, desk.comparison().of(red).labels().getFirst());
        assertEquals("a photo of a red", scored.score().prompt());
        assertSame(embedding, desk.embeddings().image(red).orElseThrow());
    }

    @Test
    void typingFurtherDropsWhatWasTypedBefore() {
        desks.open();
        desk.session().setLabels(List.of("re"));
        desk.session().setLabels(List.of("red"));

        assertEquals(1, desks.tasks().pending());
    }

    @Test
    void theSnapshotHoldsWhatCanBeCompared() {
        desks.open();
        desk.session().addImages(List.of(Desks.missing("gone.png"), Desks.blue("blue")));
        labels("red", "giraffe", "blue");

        Comparison.Snapshot snapshot = desk.comparison().snapshot();

        assertEquals(List.of("red", "blue"), snapshot.labels());
        assertEquals(2, snapshot.images().size());
        assertEquals(1, snapshot.cosines().cosines().at(1, 1), 1e-6);
    }

    @Test
    void obstaclesAreThereForLabelsWithoutNumbersWhateverTheImage() {
        desks.open();
        labels("red", "giraffe");
        desk.session().setLabels(List.of("red", "giraffe", "blue"));

        var obstacles = desk.comparison().obstacles();

        assertEquals(List.of("giraffe", "blue"), List.copyOf(obstacles.keySet()));
        assertInstanceOf(LabelResult.Unknown.class, obstacles.get("giraffe"));
        assertInstanceOf(LabelResult.Waiting.class, obstacles.get("blue"));
    }
}
