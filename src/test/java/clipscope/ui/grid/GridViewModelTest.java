package clipscope.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.session.compare.LabelResult;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.place.CellBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridViewModelTest {

    private static final float BLUE_OF_RED =
            0.01f / 1.01f; // the double's embeddings: (1, 0, 0, 0.1) and (0, 0, 1, 0.1)

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final List<ImageId> opened = new ArrayList<>();
    private final GridViewModel model = new GridViewModel(desk, opened::add);

    @Test
    void withoutImagesLabelsOrModelItSaysWhatIsMissing() {
        model.setVisible(true);
        assertEquals(new GridContent.NoImages(), model.contentProperty().get());

        desk.session().addImages(List.of(Desks.red("red")));
        assertEquals(new GridContent.NoLabels(), model.contentProperty().get());

        desk.session().setLabels(List.of("red"));
        assertEquals(new GridContent.NoModel(), model.contentProperty().get());

        desk.slot().open(Path.of("models", "fake"), Precision.FP32);
        assertEquals(
                new GridContent.ModelLoading("fake"), model.contentProperty().get());
    }

    @Test
    void everyImageIsComparedWithEveryLabel() {
        filled();

        GridTable table = table();

        assertEquals(1, table.value(0, 0), 1e-6);
        assertEquals(BLUE_OF_RED, table.value(0, 1), 1e-6);
        assertEquals(BLUE_OF_RED, table.value(1, 0), 1e-6);
        assertEquals(1, table.value(1, 1), 1e-6);
    }

    @Test
    void rowsAreThereBeforeTheirNumbers() {
        filled();
        desk.session().addImages(List.of(Desks.red("another")));

        while (table().rows() < 3) {
            desks.tasks().runNext();
        }
        assertEquals(3, table().rows());
        assertTrue(Float.isNaN(table().value(2, 0)));

        desks.tasks().runAll();
        assertEquals(1, table().value(2, 0), 1e-6);
    }

    @Test
    void aLabelTheModelNeverMetHasAColumnWithTheReason() {
        filled();
        desk.session().setLabels(List.of("red", "giraffe"));
        desks.tasks().runAll();

        assertInstanceOf(LabelResult.Unknown.class, table().column(1).obstacle().orElseThrow());
        assertTrue(Float.isNaN(table().value(0, 1)));
    }

    @Test
    void manyChangesAtOnceMakeTwoComputationsAtMost() {
        filled();
        for (int i = 0; i < 20; i++) {
            desk.session()
                    .removeImages(Set.of(desk.session().document().images().getLast()));
            desk.session().undo();
        }

        assertEquals(2, desks.tasks().pending()); // the other is the session's survey
    }

    @Test
    void numbersNobodySeesAreNotComputed() {
        filled();
        model.setVisible(false);
        desk.session().setLabels(List.of("blue", "red"));
        desks.tasks().runAll();
        desk.session().setLabels(List.of("red", "blue"));
        assertEquals(1, desks.tasks().pending()); // the session's survey

        model.setVisible(true);
        assertEquals(2, desks.tasks().pending());
        desks.tasks().runAll();
        assertEquals(1, table().value(0, 0), 1e-6);
    }

    @Test
    void sortingFollowsTheClicksAndTheMode() {
        filled();
        ImageId red = desk.session().document().images().get(0);
        ImageId blue = desk.session().document().images().get(1);

        model.sortBy("blue");
        assertEquals(List.of(red, blue), List.of(table().image(0), table().image(1)), "until the new order is there");
        desks.tasks().runAll();
        assertEquals(List.of(blue, red), List.of(table().image(0), table().image(1)));
        model.sortBy("blue");
        desks.tasks().runAll();
        assertEquals(List.of(red, blue), List.of(table().image(0), table().image(1)));
        assertEquals(
                new GridOrder.ByColumn("blue", false),
                model.choiceProperty().get().order().rows());

        model.choose(GridMode.OVER_PROMPTS);
        desks.tasks().runAll();
        assertEquals(GridMode.OVER_PROMPTS, table().mode());
        assertEquals(red, table().image(0));
    }

    @Test
    void numbersOfTheModelBeforeStandApartUntilThoseOfThisOneAreThere() {
        filled();
        GridTable before = table();

        desk.slot().open(Path.of("models", "other"), Precision.FP32);
        desks.tasks().runNext();

        assertEquals(new GridContent.Earlier(before), model.contentProperty().get());
        while (desk.pipeline().missing() > 0) {
            assertEquals(
                    new GridContent.Earlier(before), model.contentProperty().get());
            desks.tasks().runNext();
        }
        desks.tasks().runAll();
        assertEquals(1, table().value(0, 0), 1e-6);
    }

    @Test
    void whoeverChangesTheLabelsMeanwhileSeesWhatThereIs() {
        filled();
        desk.slot().open(Path.of("models", "other"), Precision.FP32);
        desks.tasks().runNext();

        desk.session().setLabels(List.of("green"));
        desks.tasks().runNext();

        assertInstanceOf(GridContent.Shown.class, model.contentProperty().get());
    }

    @Test
    void theModeOfOneModelIsNotKeptForAnotherThatHasItNot() {
        filled();
        desks.open(new FakeClipModel("siglip", Path.of("models", "siglip"), new ScoreRule.Sigmoid(10, -5)));
        assertTrue(model.modesProperty().get().contains(GridMode.SIGMOID));
        model.choose(GridMode.SIGMOID);
        desks.tasks().runAll();
        assertEquals(0.9933071, table().value(0, 0), 1e-6); // of the logit 10 - 5

        desks.open(new FakeClipModel("clip"));

        assertEquals(GridMode.COSINE, model.choiceProperty().get().mode());
        assertTrue(!model.modesProperty().get().contains(GridMode.SIGMOID));
        assertEquals(1, table().value(0, 0), 1e-6);
    }

    @Test
    void aModelThatCannotBeReadFromLeavesTheProblem() {
        filled();
        desks.model().fail(true);
        desk.session().setLabels(List.of("green"));
        desks.tasks().runAll();

        assertInstanceOf(LabelResult.Failed.class, table().column(0).obstacle().orElseThrow());
    }

    @Test
    void openingACellGoesToItsImage() {
        filled();
        ImageId blue = desk.session().document().images().get(1);

        model.open(blue);

        assertEquals(List.of(blue), opened);
        assertEquals(Optional.of(blue), desk.session().selected());
    }

    @Test
    void thePointerAndTheKeyboardHaveCellsOfTheirOwn() {
        filled();
        GridCell cell = new GridCell(desk.session().document().images().get(0), "red");
        GridCell other = new GridCell(desk.session().document().images().get(1), "blue");

        model.moveCursor(cell);
        model.point(other);
        assertEquals(Optional.of(cell), model.cursorProperty().get());
        assertEquals(Optional.of(other), model.pointedProperty().get());

        model.pointNowhere();
        assertEquals(Optional.empty(), model.pointedProperty().get());
    }

    /// Else the details would stay with a mouse that rests on the grid, whatever the keys do.
    @Test
    void whoGoesOnByKeysLeavesThePointerBehind() {
        filled();
        List<ImageId> images = desk.session().document().images();
        model.point(new GridCell(images.get(1), "blue"));

        model.moveCursor(new GridCell(images.get(0), "red"));

        assertEquals(Optional.empty(), model.pointedProperty().get());
    }

    @Test
    void alikeImagesComeTogetherAsAJobThatEnds() {
        filled();
        desk.session().addImages(List.of(Desks.red("another")));
        desks.tasks().runAll();

        model.clusterRows();
        assertEquals("Clustering images", desk.jobs().running().getFirst().title());
        desks.tasks().runAll();

        assertEquals(List.of(), desk.jobs().running());
        List<String> names = IntStream.range(0, table().rows())
                .mapToObj(row -> table().source(row).shortName())
                .toList();
        assertTrue(Math.abs(names.indexOf("red.png") - names.indexOf("another")) == 1, names::toString);
        assertTrue(model.orderNoteProperty().get().contains("optimal leaf order"));
    }

    @Test
    void aClusteringThatIsCancelledChangesNothing() {
        filled();
        model.clusterColumns();

        desk.jobs().running().getFirst().stop();
        desks.tasks().runAll();

        assertEquals(List.of(), desk.jobs().running());
        assertEquals(GridOrder.FIRST, model.choiceProperty().get().order());
        assertEquals("", model.orderNoteProperty().get());
    }

    @Test
    void anOrderThatIsKeptStaysWhateverIsShown() {
        filled();
        model.sortBy("blue");
        desks.tasks().runAll();
        List<ImageId> sorted = table().images();

        model.keepOrder();
        model.choose(GridMode.OVER_IMAGES);
        desk.session().setLabels(List.of("red"));
        desks.tasks().runAll();

        assertEquals(sorted, table().images());
    }

    @Test
    void selectedCellsAreSummedUpInTheBackground() {
        filled();

        model.select(Optional.of(new CellBlock(0, 0, 1, 0)));
        assertEquals(Optional.empty(), model.selectionProperty().get());
        desks.tasks().runAll();

        assertEquals(
                (1 + BLUE_OF_RED) / 2,
                model.selectionProperty().get().orElseThrow().summary().mean(),
                1e-6);
        model.select(Optional.empty());
        assertEquals(Optional.empty(), model.selectionProperty().get());
    }

    private void filled() {
        model.setVisible(true);
        desks.open();
        desk.session().addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png")));
        desk.session().setLabels(List.of("red", "blue"));
        desks.tasks().runAll();
    }

    private GridTable table() {
        return assertInstanceOf(GridContent.Shown.class, model.contentProperty().get())
                .table();
    }
}
