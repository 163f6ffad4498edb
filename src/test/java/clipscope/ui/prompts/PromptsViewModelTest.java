package clipscope.ui.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.embedding.ImageId;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.lint.Finding;
import clipscope.prompt.lint.Fix;
import clipscope.prompt.template.BundledSet;
import clipscope.score.ensemble.EnsembleRule;
import clipscope.session.Session;
import clipscope.session.desk.Desks;
import clipscope.ui.prompts.lab.LabResult;
import clipscope.ui.prompts.lab.LabStatus;
import clipscope.ui.prompts.lab.TemplateRow;
import clipscope.ui.prompts.sentence.Reading;
import clipscope.ui.prompts.sentence.WordScope;
import clipscope.ui.prompts.versions.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsViewModelTest {

    private static final PromptTemplate A = new PromptTemplate("a {}");
    private static final PromptTemplate RED = new PromptTemplate("red red red {}"); // all labels become red

    private final Desks desks = new Desks();
    private final Session session = desks.desk().session();
    private final List<ImageId> opened = new ArrayList<>();
    private final PromptsViewModel model = new PromptsViewModel(desks.desk(), opened::add);

    @BeforeEach
    void twoImagesAndTwoLabels() {
        desks.open();
        session.addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png")));
        session.setLabels(List.of("red", "blue"));
        session.setPlan(session.document().plan().withTemplates(List.of(A, RED)));
        desks.tasks().runAll();
        model.setVisible(true);
    }

    @Test
    void templatesAreMeasuredWhenThePageIsSeen() {
        assertInstanceOf(
                LabStatus.Working.class, model.laboratory().statusProperty().get());
        assertTrue(rows().getFirst().alone().isEmpty());

        desks.tasks().runAll();

        LabResult result = result();
        assertEquals(2, result.input().images().size());
        assertFalse(result.reference().truth());
        assertEquals(1, rows().getFirst().alone().orElseThrow().agreement());
    }

    @Test
    void imagesThatComeAreMeasuredWhenAllAreRead() {
        desks.tasks().runAll();

        session.addImages(List.of(Desks.red("more.png"), Desks.missing("none.png")));
        desks.tasks().runAll();

        assertEquals(3, result().input().images().size());
    }

    @Test
    void ticksMakeTheEnsembleAndAreUndone() {
        desks.tasks().runAll();

        model.laboratory().use(RED, false);
        desks.tasks().runAll();
        assertEquals(List.of(0), result().input().chosen());

        session.undo();
        desks.tasks().runAll();
        assertEquals(List.of(0, 1), result().input().chosen());
    }

    @Test
    void withoutImagesLabelsOrTicksThePageSaysSo() {
        desks.tasks().runAll();
        session.setLabels(List.of());
        assertEquals(
                new LabStatus.NoLabels(), model.laboratory().statusProperty().get());

        session.undo();
        model.laboratory().useAll(false);
        desks.tasks().runAll();
        assertEquals(
                new LabStatus.NoTemplates(), model.laboratory().statusProperty().get());

        session.removeImages(session.document().images());
        desks.tasks().runAll();
        assertEquals(
                new LabStatus.NoImages(), model.laboratory().statusProperty().get());
    }

    @Test
    void aChangeOfModelForgetsAndMeasuresAgain() {
        desks.tasks().runAll();
        LabResult before = result();

        desks.desk().slot().open(Path.of("models", "another"), Precision.FP32);
        desks.tasks().runAll();

        assertNotSame(before.cosines(), result().cosines());
        assertEquals(2, result().input().images().size());
    }

    @Test
    void ticksKeepTheCosines() {
        desks.tasks().runAll();
        LabResult before = result();

        model.laboratory().use(RED, false);
        desks.tasks().runAll();

        assertSame(before.cosines(), result().cosines());
    }

    @Test
    void selectionKeepsWhatHelpsAndSaysWhereItStopped() {
        desks.tasks().runAll();

        model.laboratory().select();
        assertTrue(model.laboratory().selection().runningProperty().get());
        desks.tasks().runAll();

        assertEquals(List.of(A), session.document().plan().used());
        assertEquals(
                "Greedy selection stopped after 1 of 2: one more template adds nothing.",
                model.laboratory().noteProperty().get());
    }

    @Test
    void aSelectionThatIsStoppedLeavesTheTicks() {
        desks.tasks().runAll();

        model.laboratory().select();
        model.laboratory().selection().cancel();
        desks.tasks().runAll();

        assertEquals(List.of(A, RED), session.document().plan().used());
        assertEquals(List.of(), desks.desk().jobs().running());
    }

    @Test
    void templatesAreTypedImportedAndTakenFromOurLists() {
        model.laboratory().add("the {label}");
        assertEquals(new PromptTemplate("the {}"), rows().getLast().template());

        model.laboratory().add("nothing");
        assertEquals(
                "“nothing” has no {} for the label.",
                model.laboratory().noteProperty().get());

        model.laboratory().importText("[f'one {c}', 'two {}', 'three']");
        assertEquals(List.of("one {}", "two {}"), sentences());
        assertTrue(model.laboratory().noteProperty().get().startsWith("2 templates imported. 1 left out"));

        model.laboratory().load(BundledSet.DRAWINGS);
        assertEquals(BundledSet.DRAWINGS.templates().size(), rows().size());
    }

    @Test
    void aFileIsImportedOffTheWindowsThread(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.md"), "```\ntemplates = [\n 'x {}.',\n]\n```\n");

        model.laboratory().importFile(file);
        assertEquals(List.of("a {}", "red red red {}"), sentences());
        desks.tasks().runAll();
        assertEquals(List.of("x {}."), sentences());

        Path none = folder.resolve("none");
        model.laboratory().importFile(none);
        desks.tasks().runAll();
        assertEquals(
                ProblemText.of(new Problem.MissingFile(none)),
                model.laboratory().noteProperty().get());
    }

    @Test
    void everyRuleIsShownSideBySide() {
        model.laboratory().choose(EnsembleRule.MAXIMUM);
        desks.tasks().runAll();

        assertEquals(EnsembleRule.MAXIMUM, result().input().rule());
        assertEquals(
                List.of("Best single", "Mean embedding", "Weighted", "Mean probability", "Maximum"),
                result().variants().stream().map(LabResult.Variant::title).toList());
    }

    /// Without “red” only the constant is left: the cosine falls from 1 to 0.1 / |(1, 0, 0, 0.1)|.
    @Test
    void wordsAreWorthWhatTheCosineLosesWithoutThem() {
        model.sentence().look("a red photo");
        model.sentence().choose(WordScope.SELECTED);
        desks.tasks().runAll();

        Reading reading = model.sentence().readingProperty().get().orElseThrow();

        assertEquals(
                List.of("a", "red", "photo"),
                reading.words().stream().map(Reading.WordShare::word).toList());
        assertEquals(1 - 0.1 / Math.sqrt(1.01), reading.words().get(1).share().orElseThrow(), 1e-6);
        assertEquals(0, reading.words().getFirst().share().orElseThrow(), 1e-6);
        assertEquals(5, reading.tokens());
        assertEquals(FakeClipModel.CONTEXT, reading.limit());
    }

    @Test
    void whatIsSaidOfAnImportGoesWhenItIsUndone() {
        model.laboratory().importText("a bad {}\nnothing here");
        assertTrue(model.laboratory().noteProperty().get().startsWith("1 template"));

        session.undo();
        desks.tasks().runAll();
        assertEquals("", model.laboratory().noteProperty().get());

        model.laboratory().add("nothing here");
        desks.tasks().runAll();
        assertEquals(
                "“nothing here” has no {} for the label.",
                model.laboratory().noteProperty().get());
    }

    @Test
    void whatIsCutIsSaid() {
        model.sentence().look("one two three four five six seven eight nine ten");
        desks.tasks().runAll();

        Reading reading = model.sentence().readingProperty().get().orElseThrow();

        assertEquals(2, reading.dropped());
        assertFalse(reading.pieces().getLast().read());
    }

    @Test
    void findingsComeAsLabelsChangeAndAreFixedInOneStep() {
        session.setLabels(List.of("red", "crane"));
        desks.tasks().runAll();
        Finding finding = model.sentence().judgedProperty().get().findings().stream()
                .filter(one -> one.kind() == Finding.Kind.AMBIGUOUS)
                .findFirst()
                .orElseThrow();

        model.sentence().fix(finding.fixes().getFirst());
        assertEquals("crane (bird)", session.document().plan().name("crane"));
        session.undo();
        assertEquals("crane", session.document().plan().name("crane"));

        model.sentence().fix(new Fix.Rename("crane", "blue"));
        assertEquals(List.of("red", "blue"), session.document().labels());
    }

    @Test
    void promptsAreComparedWithEachOther() {
        desks.tasks().runAll();

        assertEquals(1, model.sentence().judgedProperty().get().alike().at(0, 0), 1e-6);
        assertEquals(
                0.01 / 1.01, model.sentence().judgedProperty().get().alike().at(0, 1), 1e-6);
    }

    @Test
    void theSecondVersionChangesTheBlueImage() {
        model.versions().setSecond(new Version("{}", "red, black"));
        desks.tasks().runAll();

        var changed = model.versions().resultProperty().get().orElseThrow().changed();

        assertEquals(1, changed.size());
        assertEquals(session.document().images().get(1), changed.getFirst().image());
        assertEquals("blue", changed.getFirst().before());
        assertEquals("black", changed.getFirst().after());
        assertEquals(
                "1 of 2 images change their top label",
                model.versions().noteProperty().get());
    }

    @Test
    void labelsThatTheModelNeverMetAreNotCompared() {
        session.setLabels(List.of("red", "blue", "giraffe"));
        desks.tasks().runAll();

        assertEquals(List.of("red", "blue"), result().input().labels());
        assertEquals(
                "None of 2 images changes its top label",
                model.versions().noteProperty().get());
    }

    @Test
    void aSumRanksTheImages() {
        model.sum().add("white");
        model.sum().add("-red");
        desks.tasks().runAll();

        assertEquals(
                session.document().images().get(1),
                model.sum().rankingProperty().get().getFirst().image());

        model.sum().weigh(1, 2);
        model.sum().remove(0);
        model.sum().remove(0);
        desks.tasks().runAll();
        assertEquals(List.of(), model.sum().rankingProperty().get());
    }

    @Test
    void anImageLessItselfIsNothingToLookFor() {
        model.sum().addImage();
        model.sum().addImage();
        model.sum().weigh(1, -1);
        desks.tasks().runAll();

        assertEquals(
                "The terms cancel each other out: nothing is left to look for.",
                model.sum().noteProperty().get());
    }

    private List<TemplateRow> rows() {
        return model.laboratory().rowsProperty().get();
    }

    private List<String> sentences() {
        return rows().stream().map(row -> row.template().text()).collect(Collectors.toList());
    }

    private LabResult result() {
        return model.laboratory().result().orElseThrow();
    }
}
