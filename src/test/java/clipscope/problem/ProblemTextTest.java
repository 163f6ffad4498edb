package clipscope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextTest {

    private static final Path FILE = Path.of("holiday.jpg");

    static Stream<Problem> problemsWithAFile() {
        return Stream.of(
                new Problem.MissingFile(FILE),
                new Problem.UnreadableFile(FILE, "permission denied"),
                new Problem.UnreadableImage(FILE.toString(), "the file is empty"),
                new Problem.ImageTooLarge(FILE.toString(), 50_000, 40_000, 100),
                new Problem.NotAModel(FILE, "there is no config.json"),
                new Problem.UnsupportedModel(FILE, "a text tower of type bert"),
                new Problem.BadModelFile(FILE, "no tensor logit_scale"),
                new Problem.UnwritableFile(FILE, "the disk is full"));
    }

    @ParameterizedTest
    @MethodSource("problemsWithAFile")
    void theFileIsNamedInSentencesWithoutNamesOfCode(Problem problem) {
        String text = ProblemText.of(problem);

        assertTrue(text.contains("holiday.jpg"), text);
        assertTrue(text.endsWith("."), text);
        assertFalse(text.contains("Exception") || text.contains("clipscope."), text);
    }

    @Test
    void whatAFileFromOutsideSaysNeitherMovesTheTextNorFillsTheScreen() {
        String red = ProblemText.of(new Problem.BadModelFile(FILE, "no \u001b[31mred\n\u202etensor"));
        assertEquals(
                "no \ufffd[31mred\ufffd\ufffdtensor", red.substring(red.indexOf("no "), red.indexOf("tensor") + 6));

        String text = ProblemText.of(new Problem.UnsupportedModel(FILE, "x".repeat(5_000_000)));
        assertTrue(text.length() < 600, () -> text.length() + " characters");
    }

    @Test
    void theLimitIsNamedWithTheSizeAndWhatToDo() {
        String text = ProblemText.of(new Problem.ImageTooLarge("a.png", 50_000, 40_000, 100));

        assertTrue(text.contains("50,000 × 40,000") && text.contains("100 megapixels"), text);
    }

    @Test
    void aDefectHasTheSameCodeForTheSamePlace() {
        Throwable[] twice = new Throwable[2];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = new IllegalStateException("different message " + i);
        }

        assertEquals(ProblemText.code(twice[0]), ProblemText.code(twice[1]));
        assertFalse(ProblemText.code(twice[0]).equals(ProblemText.code(new IllegalStateException())));
    }

    @Test
    void aThrowableIsTheProblemItCarries() {
        Problem known = new Problem.MissingFile(FILE);

        assertEquals(known, Problem.of(new ProblemException(known)));
        assertEquals(new Problem.OutOfMemory(""), Problem.of(new OutOfMemoryError()));
    }
}
