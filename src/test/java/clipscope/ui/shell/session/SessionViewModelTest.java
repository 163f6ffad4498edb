package clipscope.ui.shell.session;

import static clipscope.task.Cancellation.NEVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Computing;
import clipscope.clip.FakeClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.problem.Problem;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ScoreMode;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.Pairs;
import clipscope.session.Session;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.session.file.LastSessions;
import clipscope.session.file.SavedSession;
import clipscope.session.file.SavedSession.SavedModel;
import clipscope.session.file.SessionFile;
import clipscope.settings.SessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionViewModelTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final Session session = desk.session();
    private final List<Problem> problems = new ArrayList<>();
    private final List<SavedModel> models = new ArrayList<>();

    @TempDir
    private Path folder;

    private SessionViewModel model() {
        return model(desk, 1);
    }

    private SessionViewModel model(Desk at, long window) {
        return new SessionViewModel(
                at,
                new SessionViewModel.Setup(
                        LastSessions.of(window, folder.resolve("last")),
                        SessionSettings.DEFAULTS,
                        models::add,
                        problems::add));
    }

    private void work() {
        session.addImages(List.of(Desks.red("red"), Desks.blue("blue")));
        session.select(session.document().images().getLast());
        session.setLabels(List.of("red", "blue"));
        session.setTemplate(new PromptTemplate("a {}"));
        session.setScores(session.document().scores().withMode(ScoreMode.COSINE));
    }

    @Test
    void whatIsSavedIsOpenedAgainInAnotherWindow() {
        desks.open();
        SessionViewModel model = model();
        assertFalse(model.editedProperty().get());
        work();
        assertTrue(model.editedProperty().get());

        model.save(folder.resolve("zoo"));
        desks.tasks().runAll();
        Path file = folder.resolve("zoo.clipscope");
        assertEquals(Optional.of(file), model.fileProperty().get());
        assertFalse(model.editedProperty().get());
        assertEquals(List.of(file), model.settingsProperty().get().recent());
        model.keep(); // is as it was saved: nothing to go on with
        desks.tasks().runAll();
        assertFalse(Files.exists(folder.resolve("last/1-1.clipscope")));

        Desks others = new Desks();
        SessionViewModel other = model(others.desk(), 2);
        other.open(file);
        others.tasks().runAll();

        Session opened = others.desk().session();
        assertEquals(List.of("red", "blue"), opened.document().labels());
        assertEquals(session.document().template(), opened.document().template());
        assertEquals(session.document().scores(), opened.document().scores());
        assertEquals("blue", opened.source(opened.selected().orElseThrow()).name());
        assertFalse(other.editedProperty().get());
        assertFalse(opened.canUndo());
        assertEquals(1, models.size()); // the model it was made with

        opened.setLabels(List.of("red"));
        assertTrue(other.editedProperty().get());
        opened.undo();
        assertFalse(other.editedProperty().get());
    }

    @Test
    void whatIsFrozenIsSavedOpenedAndGoneOnWith() throws Exception {
        SessionViewModel model = model();
        work();
        model.save(folder.resolve("zoo"));
        desks.tasks().runAll();
        ImageId blue = session.document().images().getLast();
        session.freeze(new Frozen(List.of(blue), List.of("blue", "not here")));
        assertTrue(model.editedProperty().get());
        model.save(folder.resolve("zoo"));
        model.begin();
        desks.tasks().runAll();
        assertEquals(Frozen.NOTHING, session.document().frozen());

        model.open(folder.resolve("zoo.clipscope"));
        desks.tasks().runAll();

        assertEquals(
                new Frozen(List.of(session.document().images().getLast()), List.of("blue")),
                session.document().frozen());
        assertFalse(model.editedProperty().get());
        session.freeze(Frozen.NOTHING);
        model.keep();
        desks.tasks().runAll();
        Path last = folder.resolve("last");
        try (Stream<Path> kept = Files.list(last)) {
            Path ours = kept.filter(each -> each.toString().endsWith(".clipscope"))
                    .findFirst()
                    .orElseThrow();
            Files.move(ours, last.resolve("90-1.clipscope")); // of a program that was killed
        }
        Desks later = new Desks();
        SessionViewModel next = model(later.desk(), 2);
        next.lookForLeft();
        later.tasks().runAll();
        next.continueLeft();
        assertEquals(Frozen.NOTHING, later.desk().session().document().frozen());
        assertEquals(2, later.desk().session().document().images().size());
    }

    @Test
    void whatWasEditedIsNotLostByANewSession() {
        SessionViewModel model = model();
        work();

        model.begin();
        desks.tasks().runAll();

        assertTrue(session.document().images().isEmpty());
        assertEquals(2, model.leftProperty().get().orElseThrow().images());
        model.continueLeft();
        desks.tasks().runAll();
        assertEquals(List.of("red", "blue"), session.document().labels());
        assertFalse(Files.exists(folder.resolve("last/1-1.clipscope")));
        assertTrue(Files.exists(folder.resolve("last/1-2.clipscope")));
        assertTrue(model.editedProperty().get());
        assertTrue(model.leftProperty().get().isEmpty());
    }

    /// By a window that from then on is gone: what it kept has the name of one that never was.
    private void workUntilTheProgramIsKilled() throws IOException {
        SessionViewModel crashed = model(desk, 91);
        work();
        crashed.keep();
        desks.tasks().runAll();
        Path last = folder.resolve("last");
        Files.move(last.resolve("91-1.clipscope"), last.resolve("90-1.clipscope"));
    }

    @Test
    void afterACrashTheNextWindowOffersWhatWasKept() throws Exception {
        workUntilTheProgramIsKilled();

        Desks others = new Desks();
        SessionViewModel next = model(others.desk(), 2);
        next.lookForLeft();
        others.tasks().runAll();

        assertEquals(2, next.leftProperty().get().orElseThrow().labels());
        others.desk().session().setLabels(List.of("fox")); // who begins something else is not asked again
        assertTrue(next.leftProperty().get().isEmpty());
    }

    private SavedModel large() {
        FakeClipModel large = new FakeClipModel("large", folder.resolve("large"), new ScoreRule.Softmax(10));
        desks.open(large, Computing.AUTO.withImageSize(OptionalInt.of(64)));
        return new SavedModel(folder.resolve("large"), OptionalInt.of(64));
    }

    @Test
    void captionsAndTheSizeOfTheModelsPicturesAreSavedAndOpened() {
        SavedModel large = large();
        SessionViewModel model = model();
        work();
        List<ImageId> ids = session.document().images();
        SequencedMap<ImageId, Set<String>> captions = new LinkedHashMap<>();
        captions.put(ids.get(1), Set.of("blue"));
        captions.put(ids.get(0), new LinkedHashSet<>(List.of("red", "a red photo")));
        session.pair(new Pairs(captions));
        model.save(folder.resolve("zoo"));
        desks.tasks().runAll();

        Desks others = new Desks();
        SessionViewModel other = model(others.desk(), 2);
        other.open(folder.resolve("zoo.clipscope"));
        others.tasks().runAll();

        Document opened = others.desk().session().document();
        assertEquals(List.of("blue", "red", "a red photo"), opened.labels());
        assertEquals(opened.images().reversed(), opened.pairs().images());
        assertEquals(opened.labels(), opened.pairs().distinctCaptions());
        assertTrue(opened.pairs().contains(opened.images().getFirst(), "a red photo"));
        assertFalse(other.editedProperty().get());
        assertEquals(List.of(large), models);
    }

    @Test
    void aModelIsOpenedAgainOnlyForPicturesOfAnotherSize() {
        SavedModel large = large();
        SessionViewModel model = model();
        work();
        model.save(folder.resolve("zoo"));
        desks.tasks().runAll();

        model.open(folder.resolve("zoo.clipscope"));
        desks.tasks().runAll();
        assertEquals(List.of(), models, "it is in use");

        desk.slot().open(large.location(), Computing.AUTO); // for pictures of the size of its training
        model.open(folder.resolve("zoo.clipscope"));
        desks.tasks().runAll();
        assertEquals(List.of(large), models);
    }

    @Test
    void whoGoesOnHasTheModelAndItsPicturesToo() throws Exception {
        SavedModel large = large();
        workUntilTheProgramIsKilled();

        Desks others = new Desks();
        others.desk().slot().open(large.location(), Computing.AUTO); // as a start does
        SessionViewModel next = model(others.desk(), 2);
        next.lookForLeft();
        others.tasks().runAll();
        next.continueLeft();

        assertEquals(List.of(large), models);
    }

    @Test
    void aModelThatMayHaveEndedTheProgramIsNotOpenedAgainUnasked() throws Exception {
        large();
        workUntilTheProgramIsKilled();

        Desks others = new Desks();
        SessionViewModel next = model(others.desk(), 2);
        next.mistrustModel();
        next.lookForLeft();
        others.tasks().runAll();
        next.continueLeft();

        assertEquals(2, others.desk().session().document().images().size());
        assertEquals(List.of(), models);
    }

    private Path saved(String name, String... labels) throws Exception {
        Path file = folder.resolve(name);
        new SessionFile(file)
                .write(new SavedSession(List.of(), Document.EMPTY.withLabels(List.of(labels)), Optional.empty(), -1));
        return file;
    }

    @Test
    void theFileAskedForLastIsOpenedHoweverLongTheFirstTakes() throws Exception {
        SessionViewModel model = model();
        model.open(saved("large.clipscope", "large"));
        model.open(saved("small.clipscope", "small"));
        desks.tasks().runAllNewestFirst();
        assertEquals(List.of("small"), session.document().labels());

        model.open(saved("late.clipscope", "late"));
        model.begin();
        desks.tasks().runAll();
        assertEquals(List.of(), session.document().labels());
        assertEquals(Optional.empty(), model.fileProperty().get());
    }

    /// Else the next saving would write one session over the other.
    @Test
    void aSessionSavedWhileAnotherIsOpenedDoesNotGiveItItsFile() throws Exception {
        Path other = saved("other.clipscope", "other");
        SessionViewModel model = model();
        work();
        model.open(other);
        model.save(folder.resolve("first"));
        desks.tasks().runAll();

        assertEquals(Optional.of(other), model.fileProperty().get());
        assertFalse(model.editedProperty().get());
        Path first = folder.resolve("first.clipscope");
        assertEquals(
                List.of("red", "blue"),
                new SessionFile(first).read(NEVER).document().labels());
        assertEquals(
                Set.of(first, other), Set.copyOf(model.settingsProperty().get().recent()));
    }

    @Test
    void aDamagedFileIsAProblemAndTheSessionStays() throws Exception {
        SessionViewModel model = model();
        work();
        Path bad = Files.writeString(folder.resolve("bad.clipscope"), "{}");

        model.open(bad);
        desks.tasks().runAll();

        assertEquals(new Problem.UnreadableFile(bad, "it is no session of ClipScope"), problems.getFirst());
        assertEquals(List.of("red", "blue"), session.document().labels());
        assertEquals(Optional.empty(), model.fileProperty().get());
    }

    @Test
    void aDamagedRemainderIsNotOffered() throws Exception {
        Files.createDirectories(folder.resolve("last"));
        Files.writeString(folder.resolve("last/91-1.clipscope"), "no");
        SessionViewModel model = model();

        model.lookForLeft();
        desks.tasks().runAll();

        assertEquals(Optional.empty(), model.leftProperty().get());
        assertEquals(List.of(), problems);
    }

    @Test
    void closingKeepsWhatIsNotSavedAndNothingOfAnEmptySession() {
        SessionViewModel model = model();
        model.keepNow();
        assertFalse(Files.exists(folder.resolve("last")));

        work();
        model.keepNow();
        assertTrue(Files.exists(folder.resolve("last/1-1.clipscope")));
    }

    @Test
    void ofADamagedRemainderAndAnOlderOneTheOlderIsOffered() throws Exception {
        workUntilTheProgramIsKilled();
        Path damaged = Files.writeString(folder.resolve("last/92-1.clipscope"), "{\"clips");
        Files.setLastModifiedTime(damaged, FileTime.from(Instant.now().plusSeconds(60)));

        Desks others = new Desks();
        SessionViewModel next = model(others.desk(), 2);
        next.lookForLeft();
        others.tasks().runAll();

        assertEquals(2, next.leftProperty().get().orElseThrow().images());
    }

    @Test
    void theLastOfManyChangesIsWhatIsKeptHoweverLongTheFirstTakes() throws Exception {
        SessionViewModel model = model();
        work();
        model.keep();
        session.setLabels(List.of("red", "blue", "green"));
        model.keep();
        session.setLabels(List.of("red", "blue", "green", "grey"));
        model.keep();
        desks.tasks().runAllNewestFirst();

        assertEquals(
                List.of("red", "blue", "green", "grey"),
                new SessionFile(folder.resolve("last/1-1.clipscope"))
                        .read(NEVER)
                        .document()
                        .labels());
    }

    @Test
    void whatWaitsToBeKeptDoesNotReplaceWhatClosingKept() throws Exception {
        SessionViewModel model = model();
        work();
        model.keep();
        session.setLabels(List.of("fox"));
        model.keepNow();
        desks.tasks().runAll();

        assertEquals(
                List.of("fox"),
                new SessionFile(folder.resolve("last/1-1.clipscope"))
                        .read(NEVER)
                        .document()
                        .labels());
    }
}
