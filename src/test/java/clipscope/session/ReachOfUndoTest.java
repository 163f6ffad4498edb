package clipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.session.desk.Desks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a session holds is what it shows, and what a hundred steps bring back.
class ReachOfUndoTest {

    private static final int STEPS = 100;

    private final Session session = new Session();
    private final Set<ImageId> known = new HashSet<>();
    private final Set<ImageId> forgotten = new HashSet<>();
    private int labels;

    ReachOfUndoTest() {
        session.onForgotten(gone -> {
            assertTrue(gone.stream().noneMatch(session::holds));
            assertTrue(gone.stream().allMatch(forgotten::add), "each is told once");
        });
    }

    private List<ImageId> add(int count) {
        List<ImageId> ids = session.addImages(
                IntStream.range(0, count).mapToObj(i -> Desks.red("red " + i)).toList());
        known.addAll(ids);
        return ids;
    }

    private void step() {
        labels++;
        session.setLabels(List.of("label " + labels));
    }

    @Test
    void aHundredStepsBringAnImageBackAndOneMoreForgetsIt() {
        List<ImageId> ids = add(2);
        session.removeImages(ids.subList(0, 1));
        for (int i = 1; i < STEPS; i++) {
            step();
        }
        assertTrue(session.holds(ids.getFirst()), "removing was the hundredth step back");

        step();

        assertFalse(session.holds(ids.getFirst()));
        assertEquals(Set.of(ids.getFirst()), forgotten);
        assertEquals(Optional.empty(), session.find(ids.getFirst()));
        assertThrows(IllegalArgumentException.class, () -> session.source(ids.getFirst()));
    }

    @Test
    void whatCouldBeRedoneIsForgottenWithTheFirstOtherStep() {
        List<ImageId> ids = add(2);
        session.undo();
        assertTrue(session.holds(ids.getFirst()), "redo brings it back");

        step();

        assertEquals(Set.copyOf(ids), forgotten);
    }

    @Test
    void openingForgetsAllThatWasThere() {
        List<ImageId> ids = add(3);
        session.removeImages(ids.subList(0, 2));

        session.open(List.of(Desks.blue("blue")), Document.EMPTY::withImages, 0);

        assertEquals(Set.copyOf(ids), forgotten);
        assertTrue(session.holds(session.document().images().getFirst()));
    }

    @Test
    void ofAnImageThatIsForgottenNothingIsSaid() {
        List<ImageId> ids = add(1);
        session.clear();
        List<SessionChange> changes = new ArrayList<>();
        session.onChange(changes::add);

        session.setState(ids.getFirst(), new ImageState.Decoded(4, 4, "pixels", false, 1));

        assertEquals(List.of(), changes);
        assertEquals(new ImageState.Waiting(), session.state(ids.getFirst()));
    }

    @Test
    void aMirrorHoldsWhatItsSessionHolds() {
        Session mirror = session.mirrored();
        List<ImageId> ids = add(2);
        mirror.mirror(session, session.document());
        session.undo();
        mirror.mirror(session, session.document());
        assertTrue(ids.stream().allMatch(mirror::holds), "redo may bring them back");

        step();

        assertTrue(ids.stream().noneMatch(mirror::holds));
    }

    /// Whatever a person does, in whatever order: beside it, lists of images are kept as undo is described.
    @Test
    void thatIsSoAfterAnyRunOfSteps() {
        Random random = new Random(7);
        Deque<List<ImageId>> past = new ArrayDeque<>();
        Deque<List<ImageId>> future = new ArrayDeque<>();
        for (int i = 0; i < 5_000; i++) {
            List<ImageId> now = session.document().images();
            int deed = random.nextInt(10);
            if (deed < 2) {
                if (session.canUndo()) {
                    future.push(now);
                    past.pop();
                    session.undo();
                }
            } else if (deed == 2) {
                if (session.canRedo()) {
                    past.push(now);
                    future.pop();
                    session.redo();
                }
            } else {
                past.push(now);
                future.clear();
                if (past.size() > STEPS) {
                    past.removeLast();
                }
                change(random, now, deed);
            }
            Set<ImageId> reached = new HashSet<>(session.document().images());
            past.forEach(reached::addAll);
            future.forEach(reached::addAll);
            assertEquals(reached, held(known), "after step " + i);
        }
        assertTrue(forgotten.size() > 1_000, forgotten.size() + " were forgotten on the way");
    }

    private void change(Random random, List<ImageId> now, int deed) {
        List<ImageId> some = now.stream().filter(_ -> random.nextInt(3) == 0).toList();
        if (deed < 5) {
            add(1 + random.nextInt(3));
        } else if (deed < 7 && !some.isEmpty()) {
            session.removeImages(some);
        } else if (deed == 7 && !some.isEmpty() && !now.reversed().equals(now)) {
            session.moveImages(List.of(now.getLast()), 0);
        } else {
            step();
        }
    }

    private Set<ImageId> held(Collection<ImageId> ids) {
        Set<ImageId> held = new HashSet<>(ids);
        held.removeIf(id -> !session.holds(id));
        return held;
    }
}
