package clipscope.ui.classify.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clipscope.embedding.ImageId;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.Session;
import clipscope.session.desk.Desks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Undo goes back the way that was come, one visible step at a time, and redo forth again.
class UndoOfEditsTest {

    private static final int EDITS = 60; // each is one step at most, and a hundred are kept

    private final Desks desks = new Desks();
    private final Session session = desks.desk().session();
    private final LabelsViewModel model = new LabelsViewModel(desks.desk());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void undoingAllOfARandomWalkLeadsToItsStartAndRedoingAllToItsEnd(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EDITS; i++) {
            edit(random, i);
        }
        Document end = session.document();

        List<Document> back = new ArrayList<>(List.of(end));
        while (session.canUndo()) {
            session.undo();
            assertNotEquals(back.getLast(), session.document(), "a step that changes nothing is none");
            back.add(session.document());
        }
        assertEquals(Document.EMPTY, session.document());

        for (Document expected : back.reversed().subList(1, back.size())) {
            session.redo();
            assertEquals(expected, session.document());
        }
        assertFalse(session.canRedo());
        assertEquals(end, session.document());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsUndoneAndRedoneInBetweenTheWayBackLeadsToTheStart(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EDITS; i++) {
            switch (random.nextInt(4)) {
                case 0 -> session.undo();
                case 1 -> session.redo();
                default -> edit(random, i);
            }
        }

        while (session.canUndo()) {
            session.undo();
        }

        assertEquals(Document.EMPTY, session.document());
    }

    @Test
    void aLabelThatWasTypedAndTakenBackIsNoStep() {
        model.add("red");

        model.draft("bl");
        model.draft("blue");
        model.dropDraft();
        model.retype("red", "re");
        model.retype("re", "r");
        model.undoRetyping();

        session.undo();
        assertEquals(List.of(), session.document().labels());
    }

    private void edit(Random random, int number) {
        List<String> labels = session.document().labels();
        List<ImageId> images = session.document().images();
        String some = labels.isEmpty() ? "none" : labels.get(random.nextInt(labels.size()));
        switch (random.nextInt(14)) {
            case 0, 1 -> model.add("label " + number + ", other " + number);
            case 2 -> {
                model.draft("dr");
                model.draft("draft " + number);
                model.dropDraft();
            }
            case 3 -> {
                model.draft("typed");
                model.add("typed " + number);
            }
            case 4 -> model.rename(some, "new " + number);
            case 5 -> {
                model.retype(some, "retyped");
                model.undoRetyping();
            }
            case 6 -> model.moveTo(some, random.nextInt(5));
            case 7 -> model.removeAll(Set.of(some));
            case 8 -> model.leaveOut(some);
            case 9 -> model.setThreshold(some, OptionalDouble.of(random.nextInt(10) / 10.0));
            case 10 -> model.setTemplate("template " + random.nextInt(4) + " of {}");
            case 11 -> session.addImages(List.of(Desks.red("red"), Desks.blue("blue")));
            case 12 -> session.removeImages(images.stream().limit(1).toList());
            default ->
                session.freeze(new Frozen(
                        images.stream().limit(1).toList(),
                        labels.stream().limit(1).toList()));
        }
        model.add(""); // ends whatever was being typed
    }
}
