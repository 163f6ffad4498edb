package clipscope.ui.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.problem.Problem;
import clipscope.prompt.PromptTemplate;
import clipscope.score.duel.PairedAccuracy;
import clipscope.session.Session;
import clipscope.session.desk.Desks;
import clipscope.ui.duel.table.DuelTable;
import clipscope.ui.duel.table.DuelWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuelViewModelTest {

    @TempDir
    private Path folder;

    private Duels duels;
    private DuelViewModel model;
    private Session session;

    @BeforeEach
    void build() {
        duels = new Duels(folder);
        model = duels.model;
        session = duels.desk.session();
        model.setVisible(true);
    }

    private List<ImageId> begin() {
        List<ImageId> ids = session.addImages(List.of(Desks.red("red"), Desks.blue("blue")));
        session.setLabels(List.of("red", "blue"));
        duels.tasks.runAll();
        return ids;
    }

    private DuelTable table() {
        return assertInstanceOf(DuelContent.Shown.class, model.contentProperty().get())
                .table();
    }

    @Test
    void whatIsMissingIsSaidInItsOrder() {
        assertEquals(new DuelContent.NoImages(), model.contentProperty().get());

        session.addImages(List.of(Desks.red("red")));
        assertEquals(new DuelContent.NoLabels(), model.contentProperty().get());

        session.setLabels(List.of("red"));
        assertEquals(new DuelContent.NoSecond(), model.contentProperty().get());

        model.choose(Duels.RIGHT);
        assertEquals(new DuelContent.Loading("right"), model.contentProperty().get());

        duels.tasks.runAll();
        table();
    }

    @Test
    void imagesOnTheirWayAreWaitedForAndCanBeGivenUp() {
        begin();
        model.choose(Duels.RIGHT);
        duels.tasks.runNext();
        assertEquals(new DuelContent.Encoding(), model.contentProperty().get());
        assertEquals(2, model.progressProperty().get().orElseThrow().total());

        model.cancel();
        duels.tasks.runAll();
        assertEquals(new DuelContent.NothingEncoded(), model.contentProperty().get());

        model.goOn();
        duels.tasks.runAll();
        assertEquals(2, table().images().size());
        assertEquals(0, model.missing());
    }

    @Test
    void eachIsComparedWithItsOwnPromptsAndScale() {
        begin();
        model.choose(Duels.RIGHT);
        model.setRightTemplate("green {label}");
        duels.tasks.runAll();

        DuelTable table = table();

        assertEquals(List.of("red", "blue"), table.left().prompts());
        assertEquals(List.of("green red", "green blue"), table.right().prompts());
        assertEquals(10, table.left().corner().rule().scale());
        assertEquals(20, table.right().corner().rule().scale());
        assertTrue(table.right().corner().cosines().at(0, 0)
                < table.left().corner().cosines().at(0, 0) - 0.1);
        assertEquals(
                "Both give all of 2 images the same top label."
                        + " No accuracy: no picture lies in a folder that is called like a label.",
                DuelWords.summary(table));
    }

    @Test
    void labelsThatOneDoesNotKnowTakeNoPart() {
        begin();
        session.setLabels(List.of("red", "crane", "blue"));
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();

        assertEquals(List.of("red", "blue"), table().labels());
        assertTrue(
                DuelWords.summary(table())
                        .endsWith(
                                " 1 label is not compared: left out, or with words that one of the two does not know."),
                DuelWords.summary(table()));
    }

    /// Folders are called by labels: the red picture lies in `red`, and so does a blue one.
    @Test
    void imagesInFoldersCalledByLabelsAreJudged() throws Exception {
        session.addImages(List.of(file("red", 255, 0), file("red", 0, 255), file("blue", 0, 255)));
        session.setLabels(List.of("red", "blue"));
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();

        assertEquals(
                Optional.of(new PairedAccuracy(2, 0, 0, 1)), table().scores().accuracy());
    }

    private ImageSource file(String name, int red, int blue) throws Exception {
        Path file = folder.resolve(name).resolve(red + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, PngWriter.bytes(PixelImage.adopt(1, 1, new byte[] {(byte) red, 0, (byte) blue})));
        return new ImageSource.OfFile(file);
    }

    @Test
    void templatesAreSwapped() {
        begin();
        model.choose(Duels.RIGHT);
        model.setRightTemplate("a {}");

        model.swapTemplates();
        duels.tasks.runAll();

        assertEquals(new PromptTemplate("a {}"), session.document().template());
        assertEquals("{}", model.rightTemplateProperty().get());
        assertEquals(List.of("a red", "a blue"), table().left().prompts());
    }

    @Test
    void withoutATemplateOfItsOwnBFollowsTheSession() {
        begin();
        model.choose(Duels.RIGHT);
        model.setLeftTemplate("a {}");
        duels.tasks.runAll();

        assertEquals(List.of("a red", "a blue"), table().right().prompts());
    }

    @Test
    void aModelThatCannotBeReadSaysWhy() {
        begin();

        model.choose(Duels.BROKEN);
        duels.tasks.runAll();

        assertEquals(
                new DuelContent.NotLoaded("broken", new Problem.MissingFile(Path.of("broken"))),
                model.contentProperty().get());
    }

    @Test
    void leavingThePageFreesBAndComingBackOpensItAgain() {
        begin();
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();

        model.setVisible(false);
        duels.tasks.runAll();
        assertTrue(duels.right.closed());
        assertEquals(Optional.empty(), duels.desk.second().slot().model());

        model.setVisible(true);
        duels.tasks.runAll();
        assertEquals(2, table().images().size());
    }

    @Test
    void closingBIsForGood() {
        begin();
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();

        model.close();
        duels.tasks.runAll();

        assertTrue(duels.right.closed());
        assertFalse(duels.left.closed());
        assertEquals(new DuelContent.NoSecond(), model.contentProperty().get());
        model.setVisible(false);
        model.setVisible(true);
        duels.tasks.runAll();
        assertEquals(new DuelContent.NoSecond(), model.contentProperty().get());
    }

    @Test
    void factsSayWhatEachIs() {
        begin();
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();

        CornerFacts facts = model.rightProperty().get();

        assertEquals("right", facts.name());
        assertEquals("ViT-B/32 · 32 px · CPU fp32", facts.about());
        assertEquals("softmax, logit scale 20.0", facts.rule());
        assertEquals("too few", facts.speed(), "one batch, which is not counted");
        assertEquals("4 MB", facts.memory(), "a million numbers of four bytes");
    }

    @Test
    void theModelsOfThisMachineAreOffered() {
        duels.tasks.runAll();

        assertEquals(
                List.of(Contender.of(folder)), model.contendersProperty().get(), "the bundled one; the shelf is empty");
    }

    @Test
    void imagesAreWrittenWithWhatBothSay() throws Exception {
        begin();
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();
        Path file = folder.resolve("out.csv");

        model.export().csv(DuelExport.Part.IMAGES, file);
        duels.tasks.runAll();

        List<String> lines = Files.readAllLines(file);
        assertEquals(
                "image,label,left: top label,left: probability,right: top label,right: probability,distance",
                lines.getFirst());
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("red,,red,0.99"), lines.get(1));
        assertEquals("Wrote out.csv", model.export().noteProperty().get());
    }

    @Test
    void labelsAreCopiedWithTheirCorrelations() {
        begin();
        model.choose(Duels.RIGHT);
        duels.tasks.runAll();

        assertEquals(
                "label\tleft: prompt\tright: prompt\trank correlation\nred\tred\tred\t1.0\nblue\tblue\tblue\t1.0\n",
                model.export().copied(DuelExport.Part.PROMPTS).orElseThrow());
    }
}
