package clipscope.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.ShelfModel.Kind;
import clipscope.zoo.ShelfModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {

    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Shelf shelf = new Shelf(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        model = Files.createDirectories(folder.resolve("ViT-B-32"));
        Files.writeString(model.resolve("config.json"), "{}");
        Files.createDirectory(model.resolve("deeper"));
        Files.writeString(model.resolve("deeper/weights.bin"), "1234");
        shelf = new Shelf(folder.resolve("shelf"));
    }

    @Test
    void aCopyIsIndependentOfWhatWasCopied() throws Exception {
        ShelfModel taken = shelf.take(model, Optional.empty(), Kind.COPIED, Cancellation.NEVER);

        assertEquals("ViT-B-32", taken.name());
        Files.delete(model.resolve("config.json"));
        assertEquals("1234", Files.readString(taken.location().resolve("deeper/weights.bin")));
        assertEquals(List.of(taken), shelf.models());
        assertEquals(6, shelf.remove("ViT-B-32")); // {} and 1234
        assertFalse(Files.exists(taken.location()));
        assertEquals(List.of(), shelf.models());
    }

    @Test
    void whatIsUsedInPlaceStaysThereWhenItIsRemoved() throws Exception {
        shelf.take(model, Optional.of("b32"), Kind.IN_PLACE, Cancellation.NEVER);
        assertEquals(model, shelf.find("b32").orElseThrow().location());

        assertEquals(0, shelf.remove("b32"));
        assertTrue(Files.exists(model.resolve("config.json")));
    }

    @Test
    void aFileIsAModelToo() throws Exception {
        Path file = Files.writeString(folder.resolve("RN50.pt"), "12345");
        ShelfModel taken = shelf.take(file, Optional.empty(), Kind.COPIED, Cancellation.NEVER);

        assertEquals("RN50", taken.name());
        assertEquals("12345", Files.readString(taken.location()));
        assertEquals(5, shelf.remove("RN50"));
    }

    @Test
    void whatBecameOfAModelIsSaid() throws Exception {
        shelf.take(model, Optional.of("b32"), Kind.IN_PLACE, Cancellation.NEVER);
        assertEquals(State.AS_IT_CAME, state());

        Files.writeString(model.resolve("config.json"), "{ }");
        assertEquals(State.CHANGED, state());

        Files.delete(model.resolve("config.json"));
        Files.delete(model.resolve("deeper/weights.bin"));
        Files.delete(model.resolve("deeper"));
        Files.delete(model);
        assertEquals(State.GONE, state());
    }

    @Test
    void twoModelsCannotHaveOneName() throws Exception {
        shelf.take(model, Optional.of("b32"), Kind.IN_PLACE, Cancellation.NEVER);

        ProblemException e = assertThrows(
                ProblemException.class, () -> shelf.take(model, Optional.of("b32"), Kind.COPIED, Cancellation.NEVER));

        assertEquals("b32", ((Problem.BadInput) e.problem()).input());
    }

    @Test
    void aCopyThatWasCancelledLeavesNothing() throws IOException {
        assertThrows(ProblemException.class, () -> shelf.take(model, Optional.empty(), Kind.COPIED, () -> true));

        try (Stream<Path> left = Files.list(folder.resolve("shelf"))) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(List.of(), shelf.models());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../b32", "a/b", ".hidden", "a b", "b32."})
    void aNameThatIsNoPlainOneIsRefused(String name) {
        assertThrows(
                ProblemException.class, () -> shelf.take(model, Optional.of(name), Kind.IN_PLACE, Cancellation.NEVER));
        assertEquals(Optional.empty(), shelf.find(name));
    }

    @Test
    void aCopyWhoseNoteCannotBeWrittenLeavesNothingInTheWayOfTheNext() throws Exception {
        Path inTheWay = Files.createDirectories(shelf.folder().resolve("b32.json"));
        Files.writeString(inTheWay.resolve("inside"), "");
        assertThrows(
                ProblemException.class, () -> shelf.take(model, Optional.of("b32"), Kind.COPIED, Cancellation.NEVER));
        assertFalse(Files.exists(shelf.folder().resolve("b32")));

        Files.delete(inTheWay.resolve("inside"));
        Files.delete(inTheWay);
        shelf.take(model, Optional.of("b32"), Kind.COPIED, Cancellation.NEVER);
        assertTrue(Files.exists(shelf.folder().resolve("b32")));
    }

    @Test
    void aDamagedNoteIsPassedOver() throws Exception {
        shelf.take(model, Optional.of("good"), Kind.IN_PLACE, Cancellation.NEVER);
        Files.writeString(folder.resolve("shelf/bad.json"), "[");
        Files.writeString(folder.resolve("shelf/worse.json"), "{\"location\":3}");

        assertEquals(
                List.of("good"), shelf.models().stream().map(ShelfModel::name).toList());
        assertThrows(ProblemException.class, () -> shelf.remove("bad"));
    }

    private State state() {
        return shelf.find("b32").orElseThrow().state();
    }
}
