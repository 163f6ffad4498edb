package clipscope.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.ui.classify.FilmstripItem.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilmstripViewModelTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final List<String> asked = new ArrayList<>();
    private final FilmstripViewModel model = new FilmstripViewModel(desk, () -> asked.add("files"));

    @Test
    void anImageIsWaitingUntilItIsEncoded() {
        ImageId id = desk.session().addImages(List.of(Desks.red("red.png"))).getFirst();
        List<ImageId> told = new ArrayList<>();
        model.onItem(told::add);

        assertEquals(new FilmstripItem("red.png", "", Optional.empty(), Stage.WAITING), model.item(id));

        desks.open();
        assertEquals(Stage.READY, model.item(id).stage());
        assertTrue(model.item(id).thumbnail().isPresent());
        assertTrue(told.contains(id));
    }

    @Test
    void anUnreadableFileIsMarkedAndNamedShortly() {
        ImageId id =
                desk.session().addImages(List.of(Desks.missing("gone.png"))).getFirst();
        desks.tasks().runAll();

        assertEquals(new FilmstripItem("gone.png", "", Optional.empty(), Stage.UNUSABLE), model.item(id));
        assertEquals(Optional.of(Path.of("no", "such", "folder", "gone.png").toString()), model.path(id));
    }

    @Test
    void imagesMoveOneStepAndStopAtTheEnds() {
        List<ImageId> ids = three();

        model.move(ids.get(0), 1);
        assertEquals(
                List.of(ids.get(1), ids.get(0), ids.get(2)),
                model.imagesProperty().get());
        model.move(ids.get(0), 1);
        model.move(ids.get(0), 1);
        assertEquals(
                List.of(ids.get(1), ids.get(2), ids.get(0)),
                model.imagesProperty().get());
        model.move(ids.get(1), -1);
        assertEquals(
                List.of(ids.get(1), ids.get(2), ids.get(0)),
                model.imagesProperty().get());
        model.move(ids.get(0), -1);
        assertEquals(
                List.of(ids.get(1), ids.get(0), ids.get(2)),
                model.imagesProperty().get());
    }

    @Test
    void aDraggedImageLandsBeforeOrBehindAnother() {
        List<ImageId> ids = three();

        model.moveBefore(ids.get(2), ids.get(0));
        assertEquals(
                List.of(ids.get(2), ids.get(0), ids.get(1)),
                model.imagesProperty().get());
        model.moveAfter(ids.get(2), ids.get(1));
        assertEquals(ids, model.imagesProperty().get());
    }

    @Test
    void removingLooksAtTheNextAndCanBeUndone() {
        List<ImageId> ids = three();
        model.select(ids.get(1));

        model.remove(ids.get(1));
        assertEquals(Optional.of(ids.get(2)), model.selectedProperty().get());

        desk.session().undo();
        assertEquals(ids, model.imagesProperty().get());
    }

    @Test
    void allOthersCanBeRemoved() {
        List<ImageId> ids = three();

        model.removeOthers(ids.get(1));

        assertEquals(List.of(ids.get(1)), model.imagesProperty().get());
    }

    @Test
    void imagesAreNamedAndFilteredByTheirBestLabel() {
        desks.open();
        List<ImageId> ids = three();
        desk.session().setLabels(List.of("blue", "red", "green"));
        desks.tasks().runAll();

        assertEquals("red", model.item(ids.get(0)).best());
        assertEquals(Map.of("blue", 1, "red", 2), model.counts());

        model.filter("red");
        assertEquals(List.of(ids.get(0), ids.get(2)), model.imagesProperty().get());
        model.removeOthers(ids.get(0)); // all others, shown or not
        assertEquals(List.of(ids.get(0)), desk.session().document().images());

        desk.session().setLabels(List.of("blue"));
        desks.tasks().runAll();
        assertEquals("", model.filterProperty().get());
    }

    @Test
    void thePlusAsksForFiles() {
        model.chooseImages();

        assertEquals(List.of("files"), asked);
    }

    private List<ImageId> three() {
        return desk.session().addImages(List.of(Desks.red("a"), Desks.blue("b"), Desks.red("c")));
    }
}
