package clipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.session.desk.Desks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final Session session = new Session();
    private final List<SessionChange> changes = new ArrayList<>();
    private final List<ImageId> ids =
            session.addImages(List.of(Desks.red("a"), Desks.red("b"), Desks.red("c"), Desks.red("d")));

    SessionTest() {
        session.onChange(changes::add);
    }

    private List<String> order() {
        return session.document().images().stream()
                .map(id -> session.source(id).name())
                .toList();
    }

    @Test
    void theFirstImageAddedIsLookedAt() {
        assertEquals(Optional.of(ids.getFirst()), session.selected());
    }

    @Test
    void imagesMoveTogetherAndKeepTheirOrder() {
        session.moveImages(List.of(ids.get(3), ids.get(1)), 0);
        assertEquals(List.of("b", "d", "a", "c"), order());

        session.moveImages(List.of(ids.get(1)), 4);
        assertEquals(List.of("d", "a", "c", "b"), order());
    }

    @Test
    void movingToTheOwnPlaceIsNoStep() {
        session.moveImages(List.of(ids.get(1), ids.get(2)), 2);

        assertEquals(List.of("a", "b", "c", "d"), order());
        assertEquals(List.of(), changes);
    }

    @Test
    void theImageThatTookThePlaceOfARemovedOneIsLookedAt() {
        session.select(ids.get(2));
        session.removeImages(List.of(ids.get(2)));
        assertEquals(Optional.of(ids.get(3)), session.selected());

        session.removeImages(List.of(ids.get(3)));
        assertEquals(Optional.of(ids.get(1)), session.selected());

        session.removeImages(ids);
        assertEquals(Optional.empty(), session.selected());
    }

    @Test
    void undoBringsRemovedImagesBackInTheirPlace() {
        session.removeImages(List.of(ids.get(1)));
        session.undo();
        assertEquals(List.of("a", "b", "c", "d"), order());

        session.redo();
        assertEquals(List.of("a", "c", "d"), order());
        assertFalse(session.canRedo());
    }

    @Test
    void typingATemplateIsOneStepAndADeedBetweenBeginsAnother() {
        session.setTemplate(new PromptTemplate("a"));
        session.setTemplate(new PromptTemplate("a {}"));
        session.setLabels(List.of("cat"));
        session.setTemplate(new PromptTemplate("the {}"));

        session.undo();
        assertEquals(new PromptTemplate("a {}"), session.document().template());
        session.undo();
        assertEquals(List.of(), session.document().labels());
        session.undo();
        assertEquals(PromptTemplate.BARE, session.document().template());
    }

    @Test
    void aNewDeedEndsTheWayForward() {
        session.setLabels(List.of("cat"));
        session.undo();
        session.setLabels(List.of("dog"));

        assertFalse(session.canRedo());
    }

    @Test
    void aLabelTwiceIsALabelOnce() {
        session.setLabels(List.of("cat", "dog", "cat"));

        assertEquals(List.of("cat", "dog"), session.document().labels());
        assertEquals(List.of(new SessionChange.Prompts()), changes);
    }

    @Test
    void whatDoesNotChangeIsNotTold() {
        session.setLabels(List.of());
        session.setTemplate(PromptTemplate.BARE);
        session.select(ids.getFirst());
        session.addImages(List.of());
        session.removeImages(List.of(new ImageId(999)));

        assertEquals(List.of(), changes);
    }

    @Test
    void anImageOfAnotherSessionIsACallersMistake() {
        assertThrows(IllegalArgumentException.class, () -> session.source(new ImageId(999)));
    }

    @Test
    void typingLabelsIsUndoneInOneStepUntilItEnds() {
        session.typeLabels(List.of("c"));
        session.typeLabels(List.of("cat"));
        session.endTyping();
        session.typeLabels(List.of("cat", "d"));

        session.undo();
        assertEquals(List.of("cat"), session.document().labels());
        session.undo();
        assertEquals(List.of(), session.document().labels());
    }

    @Test
    void freezingIsOneStepThatUndoTakesBack() {
        Frozen frozen = new Frozen(List.of(ids.get(2)), List.of("red"));

        session.freeze(frozen);
        session.freeze(frozen); // is no step

        assertEquals(List.of(new SessionChange.Frozen()), changes);
        session.undo();
        assertEquals(Frozen.NOTHING, session.document().frozen());
        session.redo();
        assertEquals(frozen, session.document().frozen());
    }

    @Test
    void anImageThatGoesIsFrozenNoLongerAndComesBackFrozen() {
        session.setLabels(List.of("red", "blue"));
        session.freeze(new Frozen(List.of(ids.get(2), ids.get(0)), List.of("red")));

        session.removeImages(List.of(ids.get(2)));
        session.setLabels(List.of("blue")); // the label may be typed again

        assertEquals(
                new Frozen(List.of(ids.get(0)), List.of("red")),
                session.document().frozen());
        session.undo();
        session.undo();
        assertEquals(
                List.of(ids.get(2), ids.get(0)), session.document().frozen().images());
    }

    @Test
    void newPairsAreNotShiftedByWhatWasFrozen() {
        session.freeze(new Frozen(List.of(ids.get(1)), List.of()));

        session.pair(new Pairs(Map.of(ids.get(0), Set.of("a fox"))));

        assertEquals(Frozen.NOTHING, session.document().frozen());
        session.undo();
        assertEquals(List.of(ids.get(1)), session.document().frozen().images());
    }

    @Test
    void whatIsOpenedHasNothingFrozenOfWhatWasThere() {
        session.freeze(new Frozen(List.of(ids.get(1)), List.of("red")));

        session.open(List.of(Desks.red("e")), Document.EMPTY::withImages, -1);

        assertEquals(Frozen.NOTHING, session.document().frozen());
        assertFalse(session.canUndo());
    }
}
