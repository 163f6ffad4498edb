package clipscope.ui.classify.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.score.Distribution;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.Session;
import clipscope.session.compare.LabelResult;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.classify.labels.LabelRow.Beside;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsViewModelTest {

    private static final double COSINE = 0.01 / 1.01; // of the double's red and blue

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final Session session = desk.session();
    private final LabelsViewModel model = new LabelsViewModel(desk);

    @Test
    void theBestLabelStandsFirst() {
        ready("blue", "red");

        assertEquals(List.of("red", "blue"), shown());
        assertEquals(10 * (1 - COSINE), model.leadProperty().get().orElseThrow().logits(), 1e-4); // logit scale 10
    }

    @Test
    void thePlaceInATemplateMayHaveAName() {
        ready("red", "blue");

        model.setTemplate("a photo of {label}");

        assertEquals(
                new PromptTemplate("a photo of {}"), model.templateProperty().get());
    }

    @Test
    void asTypedTheLabelsStandAsTyped() {
        ready("blue", "red");

        model.setOrder(ResultOrder.AS_TYPED);

        assertEquals(List.of("blue", "red"), shown());
    }

    @Test
    void labelsWithoutANumberStandLast() {
        ready("giraffe", "blue", "red");

        assertEquals(List.of("red", "blue", "giraffe"), shown());
        assertInstanceOf(
                LabelResult.Unknown.class, model.rowsProperty().get().getLast().result());
    }

    @Test
    void aListBecomesSeveralLabels() {
        model.add("cat, dog\nbird");

        assertEquals(List.of("cat", "dog", "bird"), session.document().labels());
    }

    @Test
    void aListOfStringsThatIsDroppedBecomesItsLabels() {
        model.take("classes = ['crane, a bird', \"kite\"]");
        model.take("cat, dog");

        assertEquals(
                List.of("crane, a bird", "kite", "cat", "dog"),
                session.document().labels());
    }

    @Test
    void anUnfinishedLabelTakesPartAndGrowsWithTheTyping() {
        ready("red");

        model.draft("bl");
        model.draft("blue");
        desks.tasks().runAll();
        assertEquals(List.of("red", "blue"), shown());
        assertTrue(model.rowsProperty().get().getLast().scored());

        model.add("blue");
        assertEquals(List.of("red", "blue"), session.document().labels());
    }

    @Test
    void anUnfinishedLabelCanBeForgotten() {
        ready("red");
        model.draft("bl");

        model.dropDraft();

        assertEquals(List.of("red"), session.document().labels());
    }

    @Test
    void whatIsTypedIsUndoneInOneStepAndTheNextLabelInItsOwn() {
        ready("red");
        model.draft("b");
        model.draft("blue");
        model.add("blue");
        model.draft("g");
        model.add("green");

        session.undo();
        assertEquals(List.of("red", "blue"), session.document().labels());
        session.undo();
        assertEquals(List.of("red"), session.document().labels());
    }

    @Test
    void labelsRemovedWhileOneIsTypedStayRemoved() {
        ready("red", "blue");
        model.draft("g");

        model.remove("blue");
        model.draft("green");

        assertEquals(List.of("red", "g", "green"), session.document().labels());
    }

    @Test
    void renamingPutsOneOrSeveralLabelsInThePlaceOfOne() {
        ready("red", "bleu", "green");

        model.rename("bleu", "blue, yellow");
        assertEquals(
                List.of("red", "blue", "yellow", "green"), session.document().labels());

        model.rename("blue", "  ");
        assertEquals(
                List.of("red", "blue", "yellow", "green"), session.document().labels());
    }

    @Test
    void retypingIsFollowedAndCanBeGivenUp() {
        ready("red", "bleu");

        model.retype("bleu", "bl");
        model.retype("bl", "blue");
        assertEquals(List.of("red", "blue"), session.document().labels());

        model.undoRetyping();
        assertEquals(List.of("red", "bleu"), session.document().labels());
    }

    @Test
    void movingALabelShowsTheOrderItIsMovedIn() {
        ready("blue", "red", "green");

        model.move("green", -1);

        assertEquals(ResultOrder.AS_TYPED, model.orderProperty().get());
        assertEquals(List.of("blue", "green", "red"), shown());
        model.move("blue", -1);
        assertEquals(List.of("blue", "green", "red"), shown());
        model.moveTo("blue", 99);
        assertEquals(List.of("green", "red", "blue"), shown());
    }

    @Test
    void barsKeepTheirLengthUntilTheNewNumbersAreThere() {
        ready("red", "blue");
        double before = model.rowsProperty().get().getFirst().bar();

        model.setTemplate("a photo of {}");
        LabelRow waiting = model.rowsProperty().get().getFirst();
        assertTrue(waiting.stale());
        assertEquals(before, waiting.bar());
        assertEquals(Optional.empty(), model.leadProperty().get());

        desks.tasks().runAll();
        assertFalse(model.rowsProperty().get().getFirst().stale());
    }

    @Test
    void barsOfTheModelBeforeAreGreyUntilThoseOfThisOneAreThere() {
        ready("red", "blue");
        double before = model.rowsProperty().get().getFirst().bar();

        desks.desk().slot().open(Path.of("models", "other"), Precision.FP32);
        desks.tasks().runNext();

        LabelRow waiting = model.rowsProperty().get().getFirst();
        assertTrue(waiting.stale());
        assertEquals(before, waiting.bar());

        desks.tasks().runAll();
        assertFalse(model.rowsProperty().get().getFirst().stale());
    }

    @Test
    void numbersOfAnotherImageAreNotKept() {
        ready("red", "blue");
        session.addImages(List.of(Desks.blue("blue")));
        session.select(session.document().images().getLast());

        LabelRow first = model.rowsProperty().get().getFirst();
        assertEquals(new LabelResult.Waiting("red"), first.result());
        assertFalse(first.stale());

        desks.tasks().runAll();
        assertEquals(List.of("blue", "red"), shown());
    }

    @Test
    void theTemplateOfTheSessionIsShown() {
        model.setTemplate("a drawing of a {}");
        assertEquals(
                new PromptTemplate("a drawing of a {}"),
                model.templateProperty().get());

        session.undo();
        assertEquals(PromptTemplate.BARE, model.templateProperty().get());
    }

    @Test
    void theNoticeSaysWhatIsMissing() {
        assertEquals(new ResultNotice.NoLabels(), model.noticeProperty().get());

        session.setLabels(List.of("red"));
        assertEquals(new ResultNotice.NoModel(), model.noticeProperty().get());

        desk.slot().open(Path.of("models", "fake"), Precision.FP32);
        assertEquals(
                new ResultNotice.ModelLoading("fake"), model.noticeProperty().get());

        desks.tasks().runAll();
        assertEquals(new ResultNotice.NoImage(), model.noticeProperty().get());

        session.addImages(List.of(Desks.red("red")));
        assertEquals(new ResultNotice.SingleLabel(), model.noticeProperty().get());

        session.setLabels(List.of("red", "blue"));
        assertEquals(new ResultNotice.None(), model.noticeProperty().get());
    }

    /// Of two labels, the model does not know one: the other has all of the probability.
    @Test
    void theOnlyLabelComparedIsToldToBeAlone() {
        ready("red", "giraffe");
        assertEquals(ProbabilityKind.ALONE, model.kindProperty().get());
        assertEquals(
                ProbabilityKind.ALONE, model.rowsProperty().get().getFirst().kind());

        session.setLabels(List.of("red", "giraffe", "blue"));
        desks.tasks().runAll();
        assertEquals(ProbabilityKind.SHARED, model.kindProperty().get());
    }

    /// Of the cosines 1 and 0.01 / 1.01 with scale 10 and bias -5: 1 / (1 + e^-5) and 1 / (1 + e^4.900990).
    @Test
    void aModelWithASigmoidJudgesEachLabelAlone() {
        desks.open(new FakeClipModel("siglip", Path.of("models", "siglip"), new ScoreRule.Sigmoid(10, -5)));
        session.addImages(List.of(Desks.red("red")));
        session.setLabels(List.of("red"));
        desks.tasks().runAll();

        assertEquals(ProbabilityKind.SIGMOID, model.kindProperty().get());
        assertEquals(new ResultNotice.None(), model.noticeProperty().get());
        assertEquals(0.9933071, model.rowsProperty().get().getFirst().bar(), 1e-6);

        session.setLabels(List.of("red", "blue"));
        desks.tasks().runAll();
        assertEquals(0.9933071, model.rowsProperty().get().get(0).bar(), 1e-6);
        assertEquals(0.0073836, model.rowsProperty().get().get(1).bar(), 1e-6);
        assertTrue(model.resultText().startsWith("label\tprompt\tprobability (sigmoid)\t"), model::resultText);
    }

    @Test
    void resultsAreCopiedAsATable() {
        ready("red", "giraffe");
        model.setTemplate("a photo of {}");
        desks.tasks().runAll();

        List<String> lines = model.resultText().lines().toList();

        assertEquals("label\tprompt\tprobability\tcosine\tlogit\tnote", lines.get(0));
        assertTrue(lines.get(1).startsWith("red\ta photo of red\t1.0\t1.0\t10.0"), lines.get(1));
        assertEquals("giraffe\ta photo of giraffe\t\t\t\tnot in this model's vocabulary", lines.get(2));
    }

    @Test
    void labelsAreCopiedOneALine() {
        ready("red", "blue, navy");

        assertEquals("red\nblue, navy", model.labelText());
    }

    private void ready(String... labels) {
        desks.open();
        session.addImages(List.of(Desks.red("red")));
        session.setLabels(List.of(labels));
        desks.tasks().runAll();
    }

    /// Of red, blue and yellow the cosines with red are 1, b = 0.01 / 1.01 and y = √(1.01 / 2.01); the
    /// logits ten times that.
    @Test
    void aLabelThatIsLeftOutStaysOnTheListAndTheOthersShowWhereTheyWere() {
        ready("red", "blue", "yellow");
        double with = model.rowsProperty().get().getFirst().bar();
        assertEquals(0.948360, with, 1e-6); // 1 / (1 + e^-10(1-b) + e^-10(1-y))

        model.leaveOut("yellow");

        assertEquals(List.of("red", "blue", "yellow"), shown());
        LabelRow red = model.rowsProperty().get().getFirst();
        assertEquals(0.999950, red.bar(), 1e-6); // 1 / (1 + e^-10(1-b))
        assertEquals(with, red.usual().orElseThrow().probability(), 1e-9);
        assertTrue(model.rowsProperty().get().getLast().leftOut());

        model.leaveOut("yellow");
        assertEquals(Optional.empty(), model.rowsProperty().get().getFirst().usual());
        session.undo();
        assertTrue(model.rowsProperty().get().getLast().leftOut());
    }

    @Test
    void pinnedLabelsStandAtTheTopAndAreNeverHidden() {
        ready("red", "yellow", "blue");

        model.pin("blue");
        assertEquals(List.of("blue", "red", "yellow"), shown());

        model.find("ELL");
        assertEquals(List.of("blue", "yellow"), shown());
        assertEquals(3, model.count());

        model.pin("blue");
        assertEquals(List.of("yellow"), shown());
        model.find("");
        assertEquals(List.of("red", "yellow", "blue"), shown());
    }

    @Test
    void severalLabelsAreRemovedInOneStep() {
        ready("red", "yellow", "blue");

        model.removeAll(Set.of("red", "blue", "no label"));
        assertEquals(List.of("yellow"), session.document().labels());

        session.undo();
        assertEquals(List.of("red", "yellow", "blue"), session.document().labels());
    }

    /// "blue red" is (1, 0, 1, …, 0.1) and "blue blue" (0, 0, 2, …, 0.1), the image (1, 0, 0, …, 0.1): the
    /// cosines are √(1.01 / 2.01) and 0.01 / √(4.01 · 1.01), the logit scale is 10.
    @Test
    void anotherTemplatesNumbersStandBesideThoseOfTheOneInUse() {
        ready("red", "blue");

        model.compareWith(Optional.of(new Beside.OfTemplate(new PromptTemplate("blue {}"))));
        assertEquals(Optional.empty(), row("red").other(), "its prompts are not encoded yet");
        desks.tasks().runAll();

        double red = Math.sqrt(1.01 / 2.01);
        double blue = 0.01 / Math.sqrt(4.01 * 1.01);
        LabelRow.Other other = row("red").other().orElseThrow();
        assertEquals(red, other.cosine(), 1e-6);
        assertEquals(1 / (1 + Math.exp(10 * (blue - red))), other.probability(), 1e-6);
        assertEquals(blue, row("blue").other().orElseThrow().cosine(), 1e-6);
        assertEquals(
                "Mirrored bars: the template blue {}",
                model.besideWordsProperty().get());
        assertEquals(1, row("red").score().orElseThrow().cosine(), 1e-6, "its own are as they were");

        model.setTemplate("a photo of a {}");
        desks.tasks().runAll();
        assertEquals(red, row("red").other().orElseThrow().cosine(), 1e-6, "it stays while another is tried");
    }

    private LabelRow row(String label) {
        return model.rowsProperty().get().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherImagesNumbersStandBesideThoseOfTheOneLookedAt() {
        ready("red", "blue");
        ImageId second = session.addImages(List.of(Desks.blue("second"))).getFirst();
        desks.tasks().runAll();

        model.compareWith(Optional.of(new Beside.OfImage(second)));

        LabelRow red = model.rowsProperty().get().getFirst();
        assertEquals(COSINE, red.other().orElseThrow().cosine(), 1e-6);
        assertEquals(
                1 - red.bar(), red.other().orElseThrow().bar(), 1e-6); // of two images that are each other's mirror
        assertEquals("Mirrored bars: second", model.besideWordsProperty().get());

        session.select(second); // with itself there is nothing to compare
        assertEquals(Optional.empty(), model.rowsProperty().get().getFirst().other());
        assertEquals(
                "Mirrored bars: second. Choose another image to see both",
                model.besideWordsProperty().get());

        session.removeImages(List.of(second));
        assertEquals("", model.besideWordsProperty().get());
    }

    @Test
    void belowItsThresholdALabelDoesNotCount() {
        ready("blue", "green");

        model.setThreshold("blue", OptionalDouble.of(0.2));
        assertTrue(model.rowsProperty().get().stream().anyMatch(LabelRow::below));
        assertEquals(new ResultNotice.None(), model.noticeProperty().get()); // green has none

        model.setThreshold("green", OptionalDouble.of(0.0100));
        assertEquals(new ResultNotice.AllBelow(), model.noticeProperty().get());

        model.setThreshold("green", OptionalDouble.of(0.0098));
        assertEquals(new ResultNotice.None(), model.noticeProperty().get());
    }

    @Test
    void inCosineModeBarsGoFromTheSmallestCosineHereToTheLargest() {
        ready("red", "yellow", "blue");

        session.setScores(ScoreSettings.MODELS_OWN.withMode(ScoreMode.COSINE));
        desks.tasks().runAll();

        assertEquals(ProbabilityKind.COSINE, model.kindProperty().get());
        assertEquals(
                List.of(1.0, 0.705952, 0.0), // with y = √(1.01 / 2.01) and b = 0.01 / 1.01: (y - b) / (1 - b)
                model.rowsProperty().get().stream()
                        .map(row -> Math.rint(row.bar() * 1e6) / 1e6)
                        .toList());
    }

    @Test
    void withTwoImagesARowKnowsHowItsCosinesAreSpread() {
        ready("red");
        assertTrue(model.rowsProperty().get().getFirst().spread().isEmpty());

        session.addImages(List.of(Desks.blue("blue")));
        desks.tasks().runAll();

        Distribution spread = model.rowsProperty().get().getFirst().spread().orElseThrow();
        assertEquals(2, spread.size());
        assertEquals((1 + COSINE) / 2, spread.mean(), 1e-6);
    }

    private List<String> shown() {
        return model.rowsProperty().get().stream().map(LabelRow::label).toList();
    }
}
