package clipscope.ui.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsViewModelTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final ResultsViewModel results = new ResultsViewModel(desk, problems::add, () -> {});

    @TempDir
    private Path folder;

    @Test
    void withoutNumbersItSaysWhatIsMissing() {
        results.python(copied::add);
        desks.tasks().runAll();

        assertTrue(results.saidProperty().get().startsWith("There are no numbers"));
        assertEquals(List.of(), copied);
    }

    @Test
    void theScriptGoesToTheClipboardAndThatIsSaid() {
        ready();
        results.python(copied::add);
        desks.tasks().runAll();

        assertTrue(copied.getFirst().contains("AutoModel.from_pretrained"), copied.toString());
        assertEquals(
                "Copied: a Python script that computes these numbers with transformers.",
                results.saidProperty().get());
        results.dismiss();
        assertEquals("", results.saidProperty().get());
    }

    @Test
    void theReportIsWrittenAsAJob() throws IOException {
        ready();
        Path file = folder.resolve("report.html");
        results.report(file);
        assertEquals("Writing the report", desk.jobs().running().getFirst().title());
        desks.tasks().runAll();

        assertTrue(Files.readString(file).endsWith("</html>\n"));
        assertEquals(
                "The report is in %s.".formatted(file), results.saidProperty().get());
        assertEquals(List.of(), desk.jobs().running());
    }

    @Test
    void aReportThatIsCancelledLeavesNothingBehind() throws IOException {
        ready();
        results.report(folder.resolve("report.html"));
        desk.jobs().running().getFirst().stop();
        desks.tasks().runAll();

        assertEquals(List.of(), desk.jobs().running());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        assertEquals("", results.saidProperty().get());
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() {
        ready();
        results.report(folder.resolve("missing").resolve("report.html"));
        desks.tasks().runAll();

        assertInstanceOf(Problem.UnwritableFile.class, problems.getFirst());
    }

    @Test
    void aReportOfACrashThatIsGoneIsMissed() {
        Path report = folder.resolve("crash-7.txt");
        results.crash(report, copied::add);
        desks.tasks().runAll();

        assertEquals(List.of(new Problem.MissingFile(report)), problems);
        assertEquals(List.of(), copied);
        assertEquals("", results.saidProperty().get());
    }

    private void ready() {
        desks.open();
        desk.session().addImages(List.of(Desks.red("red")));
        desk.session().setLabels(List.of("red", "blue"));
        desks.tasks().runAll();
    }
}
