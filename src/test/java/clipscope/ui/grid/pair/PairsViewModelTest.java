package clipscope.ui.grid.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.session.desk.Desks;
import clipscope.ui.grid.GridContent;
import clipscope.ui.grid.GridViewModel;
import clipscope.ui.grid.table.GridOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsViewModelTest {

    @TempDir
    private Path folder;

    private final Desks desks = new Desks();
    private final GridViewModel grid = new GridViewModel(desks.desk(), _ -> {});
    private final PairsViewModel model = grid.pairs();

    @BeforeEach
    void threeImages() {
        grid.setVisible(true);
        desks.open();
        desks.desk().session().addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png"), Desks.red("other.png")));
        desks.tasks().runAll();
    }

    @Test
    void captionsBecomeLabelsAndPairsStandOnTheDiagonal() throws IOException {
        read("file,caption\nblue.png,blue\nred.png,red\ngone.png,green\n");

        List<ImageId> images = desks.desk().session().document().images();
        assertEquals(List.of("blue", "red"), desks.desk().session().document().labels());
        GridContent.Shown shown =
                assertInstanceOf(GridContent.Shown.class, grid.contentProperty().get());
        assertEquals(
                List.of(images.get(1), images.get(0), images.get(2)),
                shown.table().images());
        assertTrue(model.pairsProperty().get().contains(images.get(1), "blue"));
    }

    /// "red" asks three images, two of which are equally red: the chance that its own is first is a half.
    @Test
    void recallIsToldBothWaysAndEqualOnesShareTheChance() throws IOException {
        read("file,caption\nblue.png,blue\nred.png,red\n");

        assertEquals(
                "Recall at 1, 5, 10 · captions of 2 images: 100.0 %, 100.0 %, 100.0 %"
                        + " · images of 2 captions: 75.0 %, 100.0 %, 100.0 %",
                model.summaryProperty().get());
    }

    /// The model has met neither "giraffe" nor "green": an image whose caption cannot be read asks nothing.
    @Test
    void anImageWhoseCaptionHasNoNumberDoesNotCountAsMissed() throws IOException {
        read("file,caption\nblue.png,blue\nred.png,giraffe\n");

        assertEquals(
                "Recall at 1, 5, 10 · captions of 1 image: 100.0 %, 100.0 %, 100.0 %"
                        + " · images of 1 caption: 100.0 %, 100.0 %, 100.0 %",
                model.summaryProperty().get());
    }

    @Test
    void aNoteOnAnOrderGoesWithTheOrder() throws IOException {
        desks.desk().session().setLabels(List.of("red", "blue"));
        desks.tasks().runAll();
        grid.clusterColumns();
        desks.tasks().runAll();
        grid.clusterRows();
        desks.tasks().runAll();
        assertEquals(
                "Images clustered by the cosines of their embeddings: average linkage, optimal leaf order"
                        + " · Prompts clustered by the cosines of their embeddings: average linkage, optimal leaf order",
                grid.orderNoteProperty().get());

        grid.sortBy("red");
        assertEquals(
                "Prompts clustered by the cosines of their embeddings: average linkage, optimal leaf order",
                grid.orderNoteProperty().get());

        read("blue.png,blue\n");
        assertEquals("", grid.orderNoteProperty().get(), "captions stand as they were read");
    }

    @Test
    void captionsOfNoImageSayThat() throws IOException {
        read("nothing.png,blue\n");

        assertEquals(
                "No caption belongs to an image of the session",
                model.summaryProperty().get());
        assertEquals(List.of(), desks.desk().session().document().labels());
    }

    @Test
    void whoForgetsThePairsKeepsTheLabels() throws IOException {
        read("blue.png,blue\n");

        model.leave();

        assertTrue(model.pairsProperty().get().isEmpty());
        assertEquals("", model.summaryProperty().get());
        assertEquals(List.of("blue"), desks.desk().session().document().labels());
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        model.readTable(folder.resolve("none.csv"));
        desks.tasks().runAll();

        assertTrue(
                model.summaryProperty().get().contains("none.csv"),
                model.summaryProperty().get());
    }

    @Test
    void readingCaptionsIsOneStepThatCanBeUndone() throws IOException {
        desks.desk().session().setLabels(List.of("green"));
        desks.desk().session().setTemplate(new PromptTemplate("a {}"));
        read("blue.png,blue\n");

        desks.desk().session().undo();

        assertTrue(model.pairsProperty().get().isEmpty());
        assertEquals("", model.summaryProperty().get());
        assertEquals(List.of("green"), desks.desk().session().document().labels());
        assertEquals(
                new PromptTemplate("a {}"), desks.desk().session().document().template());

        desks.desk().session().redo();
        desks.tasks().runAll();
        assertEquals(List.of("blue"), desks.desk().session().document().labels());
        assertTrue(model.summaryProperty().get().startsWith("Recall"));
    }

    @Test
    void aRemovedImageTakesItsCaptionsAlongAndTheOrderStays() throws IOException {
        read("blue.png,blue\nred.png,red\n");
        grid.sortBy("red");
        List<ImageId> images = desks.desk().session().document().images();

        desks.desk().session().removeImages(images.subList(1, 2));
        desks.tasks().runAll();

        assertEquals(images.subList(0, 1), model.pairsProperty().get().images());
        assertEquals(
                new GridOrder.ByColumn("red", true),
                grid.choiceProperty().get().order().rows());
    }

    @Test
    void theSameTableOnceMoreTellsTheSame() throws IOException {
        read("blue.png,blue\n");
        String told = model.summaryProperty().get();
        assertTrue(told.startsWith("Recall"));

        read("blue.png,blue\n");

        assertEquals(told, model.summaryProperty().get());
    }

    private void read(String table) throws IOException {
        model.readTable(Files.writeString(folder.resolve("captions.csv"), table));
        desks.tasks().runAll();
    }
}
