package clipscope.session.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Of an image that undo cannot bring back, nothing stays in memory.
class ForgottenImagesTest {

    private static final int STEPS = 100;

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();

    private List<ImageId> encodedAndRemoved() {
        desks.open();
        List<ImageId> ids = desk.session().addImages(List.of(Desks.red("red"), Desks.blue("blue")));
        desks.tasks().runAll();
        desk.session().removeImages(ids);
        return ids;
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            desk.session().setLabels(List.of("label " + i));
        }
        desks.tasks().runAll();
    }

    @Test
    void aHundredStepsBackAnImageHasItsEmbeddingAtOnce() {
        List<ImageId> ids = encodedAndRemoved();
        steps(STEPS - 1);

        for (int i = 0; i < STEPS; i++) {
            desk.session().undo();
        }

        assertEquals(ids, desk.session().document().images());
        assertTrue(ids.stream().allMatch(id -> desk.embeddings().image(id).isPresent()));
        assertTrue(ids.stream().allMatch(id -> desk.thumbnails().get(id).isPresent()));
        assertEquals(2, desks.model().encodedImages(), "each once");
        assertEquals(0, desk.pipeline().missing());
    }

    @Test
    void oneStepMoreAndNothingOfItIsKept() {
        List<ImageId> ids = encodedAndRemoved();
        steps(STEPS);

        for (ImageId id : ids) {
            assertEquals(Optional.empty(), desk.embeddings().image(id));
            assertEquals(new ImageState.Waiting(), desk.session().state(id));
            assertEquals(Optional.empty(), desk.thumbnails().get(id));
        }
    }

    @Test
    void whatIsReadOrEncodedTooLateIsDropped() {
        desks.open();
        ImageId read = desk.session().addImages(List.of(Desks.red("read"))).getFirst();
        desk.session().clear(); // while it is being read
        desks.tasks().runAll();
        ImageId encoding =
                desk.session().addImages(List.of(Desks.red("encoding"))).getFirst();
        desks.tasks().runNext(); // read, and its batch begins
        desk.session().clear();
        desks.changes().clear();
        desks.tasks().runAll();

        for (ImageId id : List.of(read, encoding)) {
            assertFalse(desk.session().holds(id));
            assertEquals(Optional.empty(), desk.embeddings().image(id));
            assertEquals(Optional.empty(), desk.thumbnails().get(id));
            assertEquals(new ImageState.Waiting(), desk.session().state(id));
        }
        assertEquals(1, desks.model().encodedImages(), "so the batch had begun");
        assertEquals(
                List.of(),
                desks.changes().stream()
                        .filter(SessionChange.Encoded.class::isInstance)
                        .toList());
        assertFalse(desk.pipeline().running());
    }
}
