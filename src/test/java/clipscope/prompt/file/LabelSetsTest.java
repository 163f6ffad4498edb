package clipscope.prompt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSetsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsThereUnderItsName() throws Exception {
        LabelSets sets = new LabelSets(folder.resolve("labels"));
        assertEquals(List.of(), sets.names());

        sets.keep("Zoo", List.of("fox", "crane, a bird"));
        sets.keep("birds (some)", List.of("owl"));
        sets.keep("Zoo", List.of("fox"));

        assertEquals(List.of("birds (some)", "Zoo"), sets.names());
        assertEquals(List.of("fox"), sets.read("Zoo"));
        sets.remove("Zoo");
        assertEquals(List.of("birds (some)"), sets.names());
    }

    @Test
    void aSetIsReadAsItWasKeptWhateverItLooksLike() throws Exception {
        LabelSets sets = new LabelSets(folder);
        List<String> odd = List.of("- cat", "1. dog", "\"crane, a bird\"", "['fox', 'owl']", "label");

        sets.keep("odd", odd);
        sets.keep("listed", List.of("1. FC", "2. FC"));

        assertEquals(odd, sets.read("odd"));
        assertEquals(List.of("1. FC", "2. FC"), sets.read("listed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../x", "a/b", "a\\b", "con:", ".hidden", " a", "tab\tin it"})
    void aNameThatIsNoPlainOneIsRefused(String name) {
        LabelSets sets = new LabelSets(folder.resolve("labels"));

        ProblemException e = assertThrows(ProblemException.class, () -> sets.keep(name, List.of("a")));

        assertEquals(name, ((Problem.BadInput) e.problem()).input());
        assertFalse(Files.exists(folder.resolve("labels")));
    }
}
