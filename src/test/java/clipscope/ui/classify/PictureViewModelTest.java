package clipscope.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clipscope.clip.pixels.Framing;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureViewModelTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final PictureViewModel model = new PictureViewModel(desk);

    @Test
    void withoutAnImageThereIsNothing() {
        assertEquals(new PictureState.None(), model.stateProperty().get());
    }

    @Test
    void thePictureComesWithItsFacts() {
        desk.session().addImages(List.of(picture("wide", 40, 30)));
        assertEquals(
                new PictureState.Loading("wide", Optional.empty()),
                model.stateProperty().get());

        desks.tasks().runAll();

        PictureState.Shown shown = shown();
        assertEquals(40, shown.pixels().width());
        assertEquals(30, shown.facts().orElseThrow().height());
        assertEquals(List.of(), shown.seen());
    }

    /// The double crops the square in the middle: 30 of 40 columns, of which 5 are cut away at the left.
    @Test
    void theModelTellsWhatItSees() {
        desks.open();
        desk.session().addImages(List.of(picture("wide", 40, 30)));
        desks.tasks().runAll();

        SeenArea seen = shown().seen().getFirst();

        assertEquals(new SeenArea(0.125, 0, 0.75, 1), seen);
        assertEquals(0.25, seen.cutAway());
    }

    @Test
    void inAnotherFramingTheModelSeesOtherParts() {
        desks.open();
        desk.session().addImages(List.of(picture("wide", 40, 30)));
        desks.tasks().runAll();
        assertEquals(Framing.CROP, model.ownFraming());

        model.setFraming(Framing.PAD);
        assertEquals(List.of(new SeenArea(0, 0, 1, 1)), shown().seen());

        model.setFraming(Framing.FIVE_CROPS);
        assertEquals(Framing.FIVE_CROPS, shown().framing());
        assertEquals(5, shown().seen().size());
        assertEquals(0, shown().seen().getFirst().left(), 0);
    }

    @Test
    void whatTheImageTowerIsGivenTakesThePlaceOfThePicture() {
        desks.open();
        desk.session().addImages(List.of(picture("wide", 40, 30)));
        desks.tasks().runAll();

        model.showInputs(true);
        desks.tasks().runAll();
        PictureState.Inputs own = assertInstanceOf(
                PictureState.Inputs.class, model.stateProperty().get());
        assertEquals(1, own.inputs().size());
        assertEquals(30, own.inputs().getFirst().width()); // the double's side

        model.setFraming(Framing.FIVE_CROPS);
        desks.tasks().runAll();
        PictureState.Inputs five = assertInstanceOf(
                PictureState.Inputs.class, model.stateProperty().get());
        assertEquals(5, five.inputs().size());

        model.showInputs(false);
        assertInstanceOf(PictureState.Shown.class, model.stateProperty().get());
    }

    @Test
    void theLastImageLookedAtWinsHoweverLongTheFirstTakes() {
        List<ImageId> ids = desk.session().addImages(List.of(picture("first", 10, 10), picture("second", 20, 20)));
        desk.session().select(ids.get(1));

        desks.tasks().runAllNewestFirst();

        assertEquals("second", shown().name());
        assertEquals(20, shown().pixels().width());
    }

    @Test
    void aFileThatCannotBeUsedSaysWhyAndCanBeRemoved() {
        desk.session().addImages(List.of(Desks.missing("gone.png"), picture("other", 10, 10)));
        desks.tasks().runAll();

        assertEquals(
                "gone.png",
                assertInstanceOf(
                                PictureState.Unusable.class,
                                model.stateProperty().get())
                        .name());

        model.remove();
        desks.tasks().runAll();
        assertEquals("other", shown().name());
    }

    private PictureState.Shown shown() {
        return assertInstanceOf(PictureState.Shown.class, model.stateProperty().get());
    }

    private static ImageSource picture(String name, int width, int height) {
        return new ImageSource.OfPixels(name, PixelImage.adopt(width, height, new byte[3 * width * height]));
    }
}
