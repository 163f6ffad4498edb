package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clipscope.clip.FakeClipModel;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();

    @Test
    void eachModelSeesOnePixelOnceItIsOpen() {
        WarmUp.follow(desk);
        desks.open();
        desks.tasks().runAll();
        assertEquals(1, desks.model().imagesEncoded());

        FakeClipModel other = new FakeClipModel("other");
        desks.open(other);
        desks.tasks().runAll();
        assertEquals(1, other.imagesEncoded());
        assertEquals(1, desks.model().imagesEncoded());
    }

    @Test
    void thePixelIsNoPictureOfTheSession() {
        WarmUp.follow(desk);
        desks.open();
        desks.tasks().runAll();

        assertEquals(List.of(), desk.session().document().images());
        assertFalse(desk.session().canUndo());
    }

    @Test
    void whatGoesWrongIsLeftForTheFirstPictureToTell() {
        desks.model().fail(true);
        WarmUp.follow(desk);
        desks.open();
        desks.tasks().runAll();
        assertEquals(List.of(), desk.session().unusable());

        desk.session().addImages(List.of(Desks.red("red")));
        desks.tasks().runAll();
        assertEquals(1, desk.session().unusable().size());
    }
}
