package clipscope.session.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Precision;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImagePipelineTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();

    private List<ImageId> add(ImageSource... sources) {
        return desk.session().addImages(List.of(sources));
    }

    private boolean encoded(ImageId id) {
        return desk.embeddings().image(id).isPresent();
    }

    @Test
    void everyImageGetsAThumbnailAndAnEmbedding() {
        desks.open();
        List<ImageId> ids = add(Desks.red("red"), Desks.blue("blue"));
        desks.tasks().runAll();

        assertTrue(ids.stream().allMatch(this::encoded));
        assertTrue(ids.stream().allMatch(id -> desk.thumbnails().get(id).isPresent()));
        assertEquals(
                new ImageState.Decoded(4, 4, "pixels", false, 1), desk.session().state(ids.getFirst()));
        assertFalse(desk.pipeline().running());
        assertEquals(List.of(), desk.jobs().running());
    }

    @Test
    void anUnreadableFileStopsNothingAndIsNamed() {
        desks.open();
        List<ImageId> ids = add(Desks.red("1"), Desks.missing("gone.png"), Desks.red("3"));
        desks.tasks().runAll();

        assertTrue(encoded(ids.get(0)) && encoded(ids.get(2)));
        assertEquals(List.of(ids.get(1)), desk.session().unusable());
        assertEquals(0, desk.pipeline().missing());
        assertEquals(List.of(), desk.jobs().running());
    }

    @Test
    void picturesShowBeforeThereIsAModelAndAreEncodedWhenItComes() {
        List<ImageId> ids = add(Desks.red("early"));
        desks.tasks().runAll();
        assertTrue(desk.thumbnails().get(ids.getFirst()).isPresent());
        assertFalse(encoded(ids.getFirst()));

        desks.open();

        assertTrue(encoded(ids.getFirst()));
    }

    @Test
    void anotherModelEncodesEverythingAgain() {
        desks.open();
        List<ImageId> ids = add(Desks.red("red"));
        desks.tasks().runAll();
        var before = desk.embeddings().image(ids.getFirst()).orElseThrow();

        desk.slot().open(Path.of("another"), Precision.FP32);
        desks.tasks().runNext();
        assertFalse(encoded(ids.getFirst()), "an embedding of the old model means nothing to the new one");
        desks.tasks().runAll();

        assertNotSame(before, desk.embeddings().image(ids.getFirst()).orElseThrow());
        assertTrue(desks.model().closed(), "the old model is closed once nobody uses it");
    }

    @Test
    void memoryStaysFlatHoweverManyImagesWait() {
        desks.open();
        add(IntStream.range(0, 1_000).mapToObj(i -> Desks.red("red " + i)).toArray(ImageSource[]::new));
        int most = 0;
        while (desks.tasks().pending() > 0) {
            most = Math.max(most, desks.tasks().pending());
            desks.tasks().runNext();
        }

        assertTrue(most <= ImagePipeline.READY_LIMIT, most + " pieces of work at a time");
        assertEquals(0, desk.pipeline().missing());
    }

    @Test
    void aBatchIsAsLargeAsWasChosenFromTheNextOneOn() {
        desks.open();
        desk.pipeline().batchOf(OptionalInt.of(5));
        add(IntStream.range(0, 20).mapToObj(i -> Desks.red("red " + i)).toArray(ImageSource[]::new));

        desks.tasks().runAll();

        List<Integer> batches = desks.changes().stream()
                .filter(SessionChange.Encoded.class::isInstance)
                .map(change -> ((SessionChange.Encoded) change).images().size())
                .toList();
        assertEquals(List.of(5, 5, 5, 5), batches);
    }

    @Test
    void thumbnailsTakeNoMoreMemoryThanTheyAreGiven() {
        desk.thumbnails().limitTo(1);
        List<ImageId> ids = add(IntStream.range(0, 15)
                .mapToObj(i -> new ImageSource.OfPixels("red " + i, PixelImage.adopt(180, 180, new byte[97_200])))
                .toArray(ImageSource[]::new));
        desks.tasks().runAll();

        List<ImageId> kept =
                ids.stream().filter(id -> desk.thumbnails().get(id).isPresent()).toList();

        assertEquals(ids.subList(5, 15), kept, "a megabyte holds ten");
    }

    @Test
    void cancelStopsAtOnceAndTheRestCanBeResumed() {
        desks.open();
        List<ImageId> ids =
                add(IntStream.range(0, 200).mapToObj(i -> Desks.red("red " + i)).toArray(ImageSource[]::new));
        for (int i = 0; i < 40; i++) {
            desks.tasks().runNext();
        }
        desk.jobs().running().getFirst().stop();
        long before = ids.stream().filter(this::encoded).count();
        desks.tasks().runAll();

        assertEquals(before, ids.stream().filter(this::encoded).count(), "nothing is encoded after cancel");
        assertTrue(before > 0 && before < 200);
        assertEquals(200 - before, desk.pipeline().missing());
        assertEquals(List.of(), desk.jobs().running());

        desk.pipeline().resume();
        desks.tasks().runAll();

        assertEquals(0, desk.pipeline().missing());
    }

    @Test
    void theImageLookedAtGoesFirst() {
        desks.open();
        List<ImageId> ids =
                add(IntStream.range(0, 500).mapToObj(i -> Desks.red("red " + i)).toArray(ImageSource[]::new));
        desk.session().select(ids.getLast());
        List<ImageId> order = new ArrayList<>();
        desk.session().onChange(change -> {
            if (change instanceof SessionChange.Encoded(var images)) {
                order.addAll(images);
            }
        });
        desks.tasks().runAll();

        assertEquals(500, order.size());
        assertTrue(order.indexOf(ids.getLast()) < 20, "it was number " + order.indexOf(ids.getLast()));
    }

    @Test
    void removedImagesAreNotEncoded() {
        desks.open();
        List<ImageId> ids =
                add(IntStream.range(0, 300).mapToObj(i -> Desks.red("red " + i)).toArray(ImageSource[]::new));
        desk.session().removeImages(ids.subList(100, 300));
        desks.tasks().runAll();

        assertEquals(100, ids.stream().filter(this::encoded).count());
        assertEquals(List.of(), desk.jobs().running());
    }

    @Test
    void undoingARemovalEncodesWhatWasNotYet() {
        desks.open();
        List<ImageId> ids =
                add(IntStream.range(0, 300).mapToObj(i -> Desks.red("red " + i)).toArray(ImageSource[]::new));
        desk.session().removeImages(ids);
        desks.tasks().runAll();
        desk.session().undo();
        desks.tasks().runAll();

        assertEquals(300, ids.stream().filter(this::encoded).count());
    }

    @Test
    void anImageTheModelFailsOnIsThatImagesTrouble() {
        desks.open();
        desks.model().fail(true);
        List<ImageId> ids = add(Desks.red("1"), Desks.red("2"), Desks.red("3"));
        desks.tasks().runAll();

        ImageState state = desk.session().state(ids.getFirst());
        assertInstanceOf(
                Problem.NotANumber.class,
                assertInstanceOf(ImageState.Unusable.class, state).problem());
        assertEquals(ids, desk.session().unusable());
        assertFalse(desk.pipeline().running());
    }
}
