package clipscope.ui.classify.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.problem.Problem;
import clipscope.prompt.file.LabelSets;
import clipscope.session.Session;
import clipscope.session.desk.Desks;
import clipscope.ui.classify.sets.LabelSetsViewModel.Forgotten;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelSetsViewModelTest {

    private final Desks desks = new Desks();
    private final Session session = desks.desk().session();
    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    private LabelSetsViewModel model() {
        LabelFiles files = new LabelFiles(
                () -> Optional.of(folder.resolve("in.txt")),
                () -> Optional.of(folder.resolve("out.txt")),
                new LabelSets(folder.resolve("labels")),
                problems::add);
        LabelSetsViewModel model = new LabelSetsViewModel(desks.desk(), files);
        desks.tasks().runAll();
        return model;
    }

    @Test
    void labelsOfAFileComeBehindThoseThatAreThere() throws Exception {
        Files.writeString(folder.resolve("in.txt"), "fox\nred\nowl\n");
        session.setLabels(List.of("red", "blue"));

        model().importLabels();
        desks.tasks().runAll();

        assertEquals(List.of("red", "blue", "fox", "owl"), session.document().labels());
        session.undo();
        assertEquals(List.of("red", "blue"), session.document().labels());
    }

    @Test
    void labelsAreWrittenOneALine() throws Exception {
        session.setLabels(List.of("red", "crane, a bird"));

        model().exportLabels();
        desks.tasks().runAll();

        assertEquals("red\ncrane, a bird\n", Files.readString(folder.resolve("out.txt")));
    }

    @Test
    void aSetIsKeptUsedAndForgotten() {
        LabelSetsViewModel model = model();
        session.setLabels(List.of("fox", "owl"));
        model.keep("animals");
        desks.tasks().runAll();
        assertEquals(List.of("animals"), model.namesProperty().get());

        session.setLabels(List.of("red"));
        model.use("animals");
        desks.tasks().runAll();
        assertEquals(List.of("fox", "owl"), session.document().labels());

        model.forget("animals");
        desks.tasks().runAll();
        assertEquals(List.of(), model.namesProperty().get());
        model.use("animals");
        desks.tasks().runAll();
        assertEquals(new Problem.MissingFile(folder.resolve("labels/animals.txt")), problems.getFirst());
        assertEquals(List.of("fox", "owl"), session.document().labels());
    }

    @Test
    void aSetThatWasForgottenIsBroughtBackOnce() {
        LabelSetsViewModel model = model();
        session.setLabels(List.of("fox", "owl, snowy"));
        model.keep("animals");
        desks.tasks().runAll();
        session.setLabels(List.of("red"));

        model.forget("animals");
        desks.tasks().runAll();
        assertEquals(List.of(), model.namesProperty().get());
        assertEquals(
                Optional.of(new Forgotten("animals", List.of("fox", "owl, snowy"))),
                model.forgottenProperty().get());

        model.bringBack();
        desks.tasks().runAll();
        assertEquals(List.of("animals"), model.namesProperty().get());
        assertEquals(Optional.empty(), model.forgottenProperty().get());
        model.use("animals");
        desks.tasks().runAll();
        assertEquals(List.of("fox", "owl, snowy"), session.document().labels());
    }

    @Test
    void aSetThatCannotBeReadIsForgottenForGood() throws Exception {
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(folder.resolve("labels/empty.txt"), "");
        LabelSetsViewModel model = model();
        desks.tasks().runAll();
        assertEquals(List.of("empty"), model.namesProperty().get());

        model.forget("empty");
        desks.tasks().runAll();

        assertEquals(List.of(), model.namesProperty().get());
        assertEquals(Optional.empty(), model.forgottenProperty().get());
        assertEquals(List.of(), problems);
    }

    @Test
    void aFileWithoutLabelsIsAProblemAndNothingIsLost() throws Exception {
        Files.writeString(folder.resolve("in.txt"), "\n");
        session.setLabels(List.of("red"));

        model().importLabels();
        desks.tasks().runAll();

        assertEquals(
                new Problem.UnreadableFile(folder.resolve("in.txt"), "there is no label in it"), problems.getFirst());
        assertEquals(List.of("red"), session.document().labels());
    }
}
