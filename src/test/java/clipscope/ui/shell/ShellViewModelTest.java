package clipscope.ui.shell;

import static clipscope.ui.shell.ShellFixture.RED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.prompt.PromptTemplate;
import clipscope.session.Document;
import clipscope.session.Example;
import clipscope.session.Experiment;
import clipscope.session.ImageState;
import clipscope.session.model.ModelSlot;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.fx.Transfer;
import clipscope.ui.shell.guide.PhotographViewModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {

    private static final Experiment EXPERIMENT = new Experiment(
            "Shapes",
            "Two of them.",
            List.of("Look at the bars.", "Look at the grid."),
            new Example(
                    List.of(new ImageSource.OfPixels("red star", RED), new ImageSource.OfPixels("blue circle", RED)),
                    List.of("red star", "blue circle"),
                    new PromptTemplate("a {}")));

    private final ShellFixture fixture = new ShellFixture();
    private final ShellViewModel shell = fixture.shell();

    @TempDir
    private Path folder;

    @Test
    void droppedFilesComeIntoTheSessionAndTheWelcomeGoes() throws IOException {
        assertTrue(shell.emptyProperty().get());
        Path cat = Files.writeString(folder.resolve("cat.png"), "");

        assertTrue(shell.take(new Transfer(List.of(cat), Optional.empty(), Optional.empty(), "", "")));
        fixture.tasks.runNext();

        assertEquals(List.of(cat), files());
        assertFalse(shell.emptyProperty().get());
    }

    @Test
    void whatIsHereAlreadyIsNotAddedAgain() throws IOException {
        Path cat = Files.writeString(folder.resolve("cat.png"), "");
        shell.add(List.of(cat, folder)); // the folder has the cat too
        fixture.tasks.runNext();
        assertEquals(List.of(cat), files());

        Path dog = Files.writeString(folder.resolve("dog.png"), "");
        shell.add(List.of(folder));
        fixture.tasks.runAll();
        assertEquals(List.of(cat, dog), files());
        assertEquals(List.of(), List.copyOf(shell.notices()));

        shell.add(List.of(dog));
        fixture.tasks.runAll();
        assertEquals(List.of(cat, dog), files());
        assertEquals("already here", ((Problem.BadInput) shell.notices().getFirst()).reason());
    }

    @Test
    void aPictureOfAPageIsNamedByItsAddress() {
        ByteBuffer file = ByteBuffer.wrap(new byte[] {1});

        assertTrue(shell.take(new Transfer(
                List.of(), Optional.empty(), Optional.of(file), "", "https://example.org/pictures/cat.jpg")));
        assertTrue(shell.take(new Transfer(List.of(), Optional.empty(), Optional.of(file), "", "")));

        assertEquals(List.of("cat.jpg", "Dropped 2"), names());
    }

    @Test
    void lookingThroughAFolderIsAJobUntilItEnds() {
        shell.add(List.of(folder));
        assertEquals("Looking for images", shell.status().jobs().getFirst().title());

        fixture.tasks.runAll();
        assertEquals(List.of(), List.copyOf(shell.status().jobs()));
    }

    @Test
    void pastedPicturesAreNumbered() {
        shell.take(picture());
        shell.take(picture());

        assertEquals(List.of("Pasted 1", "Pasted 2"), names());
    }

    @Test
    void anAddressOnTheNetworkIsNotFollowedAndThePersonIsToldWhatToDo() {
        assertFalse(shell.take(
                new Transfer(List.of(), Optional.empty(), Optional.empty(), "https://example.org/cat.jpg", "")));

        Problem.BadInput notice = (Problem.BadInput) shell.notices().getFirst();
        assertEquals("https://example.org/cat.jpg", notice.input());
        assertTrue(notice.reason().contains("Save the picture first"), notice.reason());
        assertEquals(List.of(), names());
        assertEquals(0, fixture.tasks.pending());
    }

    @Test
    void aMegabyteOfDataUrlMakesAShortNotice() {
        shell.take(new Transfer(
                List.of(), Optional.empty(), Optional.empty(), "data:image/png;base64," + "A".repeat(1 << 20), ""));

        assertEquals(80, ((Problem.BadInput) shell.notices().getFirst()).input().length());
    }

    @Test
    void aFolderWithoutPicturesIsToldOf() {
        shell.add(List.of(folder));
        fixture.tasks.runAll();

        assertEquals(1, shell.notices().size());
        shell.dismiss(shell.notices().getFirst());
        assertEquals(0, shell.notices().size());
    }

    @Test
    void aDroppedModelIsOpenedAndNotSearchedForPictures() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("model.safetensors"), "");
        Files.writeString(folder.resolve("architecture.png"), "");

        shell.take(new Transfer(List.of(folder), Optional.empty(), Optional.empty(), "", ""));
        fixture.tasks.runNext(); // the look at the names
        assertEquals(new ModelSlot.Status.Loading(folder), fixture.desk.slot().status());
        fixture.tasks.runAll();

        assertTrue(fixture.desk.slot().model().isPresent());
        assertEquals(List.of(), names());
        assertEquals(List.of(), List.copyOf(shell.notices()));
    }

    @Test
    void ofAModelAndPicturesDroppedTogetherEachGoesWhereItBelongs() throws IOException {
        Path cat = Files.writeString(folder.resolve("cat.png"), "");

        shell.add(List.of(cat, Path.of("ViT-B-32.pt"), Path.of("RN50.pt")));
        fixture.tasks.runNext();

        assertEquals(List.of(cat), files());
        assertEquals(
                new ModelSlot.Status.Loading(Path.of("ViT-B-32.pt")),
                fixture.desk.slot().status());
        assertEquals("RN50.pt", ((Problem.BadInput) shell.notices().getFirst()).input());
    }

    @Test
    void theSameNoticeTwiceIsShownOnceAndNoMoreThanThreeAtATime() {
        for (String name : List.of("a", "a", "b", "c", "d")) {
            shell.take(new Transfer(List.of(), Optional.empty(), Optional.empty(), "https://example.org/" + name, ""));
        }

        assertEquals(
                List.of("https://example.org/b", "https://example.org/c", "https://example.org/d"),
                shell.notices().stream()
                        .map(notice -> ((Problem.BadInput) notice).input())
                        .toList());
    }

    @Test
    void undoAndRedoAreOfferedWhenThereIsSomethingToUndo() {
        assertFalse(shell.undoableProperty().get());
        shell.take(picture());
        assertTrue(shell.undoableProperty().get());
        assertFalse(shell.redoableProperty().get());

        shell.undo();
        assertTrue(shell.emptyProperty().get());
        assertTrue(shell.redoableProperty().get());

        shell.redo();
        assertEquals(List.of("Pasted 1"), names());
        assertTrue(shell.undoableProperty().get());
    }

    @Test
    void theThemeGoesFromWhatIsSeenToTheOther() {
        assertEquals(Theme.SYSTEM, shell.themeProperty().get());
        shell.toggleTheme(false);
        assertEquals(Theme.DARK, shell.themeProperty().get());
        shell.toggleTheme(true);
        assertEquals(Theme.LIGHT, shell.themeProperty().get());
    }

    @Test
    void closingWhileBusyStopsEverything() {
        shell.model().openBundled();
        fixture.tasks.runAll();
        fixture.desk.session().addImages(ShellFixture.pictures(100));
        shell.add(List.of(folder));

        shell.close();

        assertEquals(List.of(), fixture.desk.jobs().running());
        assertFalse(fixture.desk.pipeline().running());
        fixture.tasks.runAll();
        assertEquals(100, fixture.desk.pipeline().missing());
    }

    @Test
    void anExperimentComesWithLabelsAndATemplateInOneStep() {
        Document before = fixture.desk.session().document();

        fixture.shell(List.of(EXPERIMENT)).guide().begin(EXPERIMENT);

        assertEquals(List.of("red star", "blue circle"), names());
        assertEquals(
                List.of("a red star", "a blue circle"),
                fixture.desk.session().document().prompts());
        fixture.desk.session().undo();
        assertEquals(before, fixture.desk.session().document());
    }

    @Test
    void whoHasLabelsKeepsThemWhenAnExperimentComes() {
        fixture.desk.session().setLabels(List.of("my label"));

        fixture.shell(List.of(EXPERIMENT)).guide().begin(EXPERIMENT);

        assertEquals(List.of("my label"), fixture.desk.session().document().prompts());
        assertEquals(2, fixture.desk.session().document().images().size());
    }

    @Test
    void aPhotographIsToldToWhoUsesTheBundledModelUntilTheyDismissIt() {
        ImageId id = fixture.desk.session().addImages(ShellFixture.pictures(1)).getFirst();
        PhotographViewModel photograph = new PhotographViewModel(fixture.desk, () -> true);
        PhotographViewModel withAnother = new PhotographViewModel(fixture.desk, () -> false);

        fixture.desk.session().setState(id, new ImageState.Decoded(10, 10, "JPEG", false, 0.9));
        assertFalse(photograph.toldProperty().get(), "a drawing");
        fixture.desk.session().setState(id, new ImageState.Decoded(10, 10, "JPEG", false, 0.02));
        assertTrue(photograph.toldProperty().get());
        assertFalse(withAnother.toldProperty().get());

        photograph.dismiss();
        fixture.desk.session().setState(id, new ImageState.Decoded(10, 10, "JPEG", false, 0.01));
        assertFalse(photograph.toldProperty().get());
    }

    private static Transfer picture() {
        PixelImage pixels = ShellFixture.RED;
        return new Transfer(List.of(), Optional.of(pixels), Optional.empty(), "", "");
    }

    private List<Path> files() {
        return fixture.desk.session().document().images().stream()
                .map(id -> ((ImageSource.OfFile) fixture.desk.session().source(id)).path())
                .toList();
    }

    private List<String> names() {
        return fixture.desk.session().document().images().stream()
                .map(id -> fixture.desk.session().source(id).name())
                .toList();
    }
}
