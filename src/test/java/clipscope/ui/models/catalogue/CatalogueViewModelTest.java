package clipscope.ui.models.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.settings.ModelSettings;
import clipscope.task.Cancellation;
import clipscope.task.Job;
import clipscope.ui.models.catalogue.CatalogueViewModel.Places;
import clipscope.ui.models.catalogue.ModelTester.Result;
import clipscope.zoo.ShelfModel.Kind;
import clipscope.zoo.download.BadServer;
import clipscope.zoo.download.Zoo;
import clipscope.zoo.download.Zoos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueViewModelTest {

    private static final Path BUNDLED = Path.of("models", "clipscope-nano");
    private static final Path GOLDEN = Path.of("src/test/golden/clip/quick-gelu-f32");
    private static final List<String> NAMES =
            List.of("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json");
    private static final String CATALOGUE = """
            {"models": [
              {"id": "small", "name": "S", "by": "A", "repo": "some/model", "goodFor": "cats",
               "parametersMillions": 1, "bytesPerWeight": 4, "imageNet": 50, "gigaOperations": 1},
              {"id": "large", "name": "L", "by": "B", "repo": "some/large", "goodFor": "dogs",
               "parametersMillions": 9, "bytesPerWeight": 4, "imageNet": 70, "gigaOperations": 9},
              {"id": "odd", "name": "O", "by": "C", "repo": "some/odd"}]}
            """;

    @TempDir
    private Path folder;

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final List<Path> opened = new ArrayList<>();
    private Result verdict = new Result.Passed();
    private BadServer server;
    private Zoo zoo;
    private CatalogueViewModel model;

    @BeforeEach
    void build() throws IOException {
        server = new BadServer();
        for (String name : NAMES) {
            server.put("/some/model/resolve/main/" + name, Files.readAllBytes(GOLDEN.resolve(name)));
        }
        zoo = Zoos.in(folder, CATALOGUE, Map.of("HF_ENDPOINT", server.address().toString()));
        model = new CatalogueViewModel(
                desk,
                zoo,
                new Places(new SimpleObjectProperty<>(ModelSettings.DEFAULTS), BUNDLED, opened::add),
                (_, onResult) -> onResult.accept(verdict));
        desks.tasks().runAll();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theBundledModelComesFirstThenTheCatalogueAndNothingIsFetched() {
        assertEquals(List.of(BUNDLED.toString(), "small", "large", "odd"), ids());
        assertEquals("3 in the catalogue · 1 here", model.summaryProperty().get());
        assertEquals(new RowState.Absent(false), state("small"));
        assertEquals(0, server.count());
    }

    @Test
    void aDownloadComesIsTestedAndCanBeOpened() {
        model.download("small");
        assertInstanceOf(RowState.Coming.class, state("small"));
        assertEquals(
                List.of("Downloading small"),
                desk.jobs().running().stream().map(Job::title).toList());

        desks.tasks().runAll();

        RowState.Here here = assertInstanceOf(RowState.Here.class, state("small"));
        assertTrue(here.removable());
        assertTrue(here.frees() > 383_000, "the weights alone have 383,508 bytes");
        assertEquals(List.of(), desk.jobs().running());
        model.open(row("small"));
        assertEquals(List.of(zoo.shelf().find("small").orElseThrow().location()), opened);
        assertEquals("small", ids().get(1), "those here come first");

        model.remove(row("small"));
        desks.tasks().runAll();
        assertEquals(new RowState.Absent(false), state("small"));
        assertEquals(Optional.empty(), zoo.shelf().find("small"));
    }

    @Test
    void aModelThatFailsItsTestIsNotTakenIn() {
        verdict = new Result.NotPassed("2 tests failed");

        model.download("small");
        desks.tasks().runAll();

        Problem problem =
                assertInstanceOf(RowState.Failed.class, state("small")).problem();
        assertEquals(
                "2 tests failed",
                assertInstanceOf(Problem.BadModelFile.class, problem).reason());
        assertEquals(List.of(), zoo.shelf().models());
        assertFalse(zoo.downloads().begun("small"), "nothing of it is kept");
    }

    @Test
    void aModelThatCannotBeTestedNowIsKeptForAnotherTime() {
        verdict = new Result.Broken(new Problem.OutOfMemory("loading"));

        model.download("small");
        desks.tasks().runAll();
        assertInstanceOf(RowState.Failed.class, state("small"));
        assertTrue(zoo.downloads().begun("small"));

        verdict = new Result.Passed();
        int asked = server.count();
        model.download("small");
        desks.tasks().runAll();
        assertInstanceOf(RowState.Here.class, state("small"));
        assertEquals(asked, server.count());
    }

    @Test
    void aRefusalStandsAtTheModelAndCanBeTriedAgain() {
        model.download("large");
        desks.tasks().runAll();

        assertEquals(new RowState.Failed(new Problem.DownloadRefused("some/large", "127.0.0.1", 404)), state("large"));
        assertEquals(List.of(), desk.jobs().running());
        model.cancel("large");
        desks.tasks().runAll();
        assertEquals(new RowState.Absent(false), state("large"));
    }

    @Test
    void aDownloadThatIsPausedGoesOnAndOneThatIsCancelledIsGone() {
        model.download("small");
        model.pause("small");
        assertEquals(new RowState.Paused(), state("small"));
        assertEquals(List.of(), desk.jobs().running());
        desks.tasks().runAll();
        assertEquals(0, server.count(), "it had not begun");

        model.download("small");
        model.cancel("small");
        desks.tasks().runAll();
        assertEquals(new RowState.Absent(false), state("small"));

        model.download("small");
        desks.tasks().runAll();
        assertInstanceOf(RowState.Here.class, state("small"));
    }

    @Test
    void theJobOnTheBoardPausesIt() {
        model.download("small");

        desk.jobs().running().forEach(Job::stop);

        assertEquals(new RowState.Paused(), state("small"));
    }

    @Test
    void theListIsFilteredSearchedAndSorted() throws Exception {
        model.filterProperty().set(CatalogueFilter.HERE);
        assertEquals(List.of(BUNDLED.toString()), ids());
        model.filterProperty().set(CatalogueFilter.RECOMMENDED);
        assertEquals(List.of("small", "large"), ids(), "one is quicker, the other better");
        model.filterProperty().set(CatalogueFilter.ALL);
        model.questionProperty().set(" DOGS b");
        assertEquals(List.of("large"), ids());
        model.questionProperty().set("");
        model.orderProperty().set(CatalogueOrder.ACCURACY);
        assertEquals(List.of("large", "small"), ids().subList(0, 2));
        model.orderProperty().set(CatalogueOrder.SIZE);
        assertEquals(List.of("small", "large"), ids().subList(0, 2));
    }

    @Test
    void aModelOfOnesOwnIsAddedAndTakenOffAgain() {
        assertFalse(model.add("no such thing"));
        assertInstanceOf(Problem.BadInput.class, model.problemProperty().get().orElseThrow());

        assertTrue(model.add("me/mine"));
        desks.tasks().runAll();
        assertEquals(Optional.empty(), model.problemProperty().get());
        assertEquals(new RowState.Absent(true), state("me--mine"));
        assertEquals(0, server.count());

        model.remove(row("me--mine"));
        desks.tasks().runAll();
        model.questionProperty().set("");
        assertEquals(4, model.rows().size());
    }

    @Test
    void modelsOfTheShelfAreThereAndTellWhatBecameOfThem() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("config.json"), "{}");
        zoo.shelf().take(mine, Optional.empty(), Kind.IN_PLACE, Cancellation.NEVER);
        model.read();
        desks.tasks().runAll();
        assertEquals(0, assertInstanceOf(RowState.Here.class, state("mine")).frees());

        Files.writeString(mine.resolve("config.json"), "{ }");
        model.read();
        desks.tasks().runAll();
        assertEquals(new RowState.Spoilt("changed since it came", false), state("mine"));
    }

    private CatalogueRow row(String id) {
        return model.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private RowState state(String id) {
        return row(id).state();
    }

    private List<String> ids() {
        return model.rows().stream().map(CatalogueRow::id).toList();
    }
}
