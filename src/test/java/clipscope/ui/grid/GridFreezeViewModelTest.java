package clipscope.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.grid.GridFreezeViewModel.State;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.place.CellBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridFreezeViewModelTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final GridViewModel grid = new GridViewModel(desk, _ -> {});
    private final GridFreezeViewModel model = grid.freezing();
    private ImageId red = new ImageId(0);
    private ImageId blue = new ImageId(0);
    private ImageId other = new ImageId(0);

    @BeforeEach
    void threeImagesAndTwoLabels() {
        grid.setVisible(true);
        desks.open();
        desk.session().addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png"), Desks.red("other.png")));
        desk.session().setLabels(List.of("red", "blue"));
        desks.tasks().runAll();
        List<ImageId> images = desk.session().document().images();
        red = images.get(0);
        blue = images.get(1);
        other = images.get(2);
    }

    @Test
    void withoutACellThereIsNothingToFreeze() {
        assertEquals(State.NOTHING, model.stateProperty().get());

        model.toggleImages();
        model.toggleLabels();

        assertEquals(Frozen.NOTHING, frozen());
    }

    @Test
    void theCellOfTheKeyboardIsMeant() {
        grid.moveCursor(new GridCell(blue, "blue"));
        assertEquals(
                new State(List.of(blue), false, List.of("blue"), false, false),
                model.stateProperty().get());

        model.toggleImages();
        model.toggleLabels();
        desks.tasks().runAll();

        assertEquals(List.of(blue, red, other), table().images());
        assertEquals("blue", table().column(0).label());
        assertEquals(
                new State(List.of(blue), true, List.of("blue"), true, true),
                model.stateProperty().get());
    }

    @Test
    void theSameCommandFreesAgain() {
        grid.moveCursor(new GridCell(blue, "blue"));
        model.toggleImages();
        desks.tasks().runAll();
        model.toggleImages();
        desks.tasks().runAll();

        assertEquals(List.of(red, blue, other), table().images());
        assertFalse(model.stateProperty().get().anyFrozen());
    }

    @Test
    void selectedCellsAreMeantTogether() {
        grid.moveCursor(new GridCell(red, "red"));
        grid.select(Optional.of(new CellBlock(1, 0, 2, 0)));
        desks.tasks().runAll();

        assertEquals(
                new State(List.of(blue, other), false, List.of("red"), false, false),
                model.stateProperty().get());
        model.toggleImages();
        desks.tasks().runAll();

        assertEquals(List.of(blue, other, red), table().images());
        assertEquals(2, table().frozenRows());
    }

    @Test
    void everythingIsFreedAtOnce() {
        grid.moveCursor(new GridCell(blue, "blue"));
        model.toggleImages();
        model.toggleLabels();
        assertTrue(model.stateProperty().get().anyFrozen());

        model.freeAll();

        assertEquals(Frozen.NOTHING, frozen());
    }

    @Test
    void aFrozenImageThatIsRemovedComesBackToItsPlaceWithUndo() {
        grid.moveCursor(new GridCell(blue, "blue"));
        model.toggleImages();
        desk.session().removeImages(Set.of(blue));
        desks.tasks().runAll();
        assertEquals(0, table().frozenRows());

        desk.session().undo();
        desks.tasks().runAll();

        assertEquals(List.of(blue, red, other), table().images());
        assertEquals(1, table().frozenRows());
    }

    @Test
    void imagesPutInOrderByLikenessStayBelowTheFrozenOnes() {
        grid.moveCursor(new GridCell(blue, "blue"));
        model.toggleImages();
        grid.clusterRows();
        desks.tasks().runAll();

        assertEquals(blue, table().image(0));
        assertEquals(Set.of(red, other), Set.copyOf(table().images().subList(1, 3)));
    }

    @Test
    void undoTakesFreezingBack() {
        grid.moveCursor(new GridCell(blue, "blue"));
        model.toggleImages();
        desk.session().undo();
        desks.tasks().runAll();

        assertEquals(List.of(red, blue, other), table().images());
        assertFalse(model.stateProperty().get().anyFrozen());
    }

    @Test
    void anOpenedSessionShowsWhatWasFrozenInItEvenAnImageThatIsMissing() {
        desk.session().freeze(new Frozen(List.of(red), List.of("red")));

        desk.session()
                .open(
                        List.of(Desks.red("a.png"), Desks.blue("b.png"), Desks.missing("gone.png")),
                        names -> Document.EMPTY
                                .withImages(names)
                                .withLabels(List.of("red", "blue"))
                                .withFrozen(new Frozen(List.of(names.get(2), names.get(1)), List.of("blue"))),
                        -1);
        desks.tasks().runAll();

        List<ImageId> images = desk.session().document().images();
        assertEquals(List.of(images.get(2), images.get(1), images.get(0)), table().images());
        assertEquals(2, table().frozenRows());
        assertFalse(table().hasRow(0), "what is missing has no numbers");
        assertTrue(grid.problem(images.get(2)).isPresent());
        assertTrue(table().hasRow(1));
        assertEquals("blue", table().column(0).label());
        assertEquals(1, table().frozenColumns());
    }

    private Frozen frozen() {
        return grid.choiceProperty().get().order().frozen();
    }

    private GridTable table() {
        return assertInstanceOf(GridContent.Shown.class, grid.contentProperty().get())
                .table();
    }
}
