package clipscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.ImageSource;
import clipscope.problem.Problem;
import clipscope.prompt.PromptTemplate;
import clipscope.session.Example;
import clipscope.session.Experiment;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.control.Page;
import clipscope.ui.control.Page.KeyHint;
import clipscope.ui.control.PageView;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.FxImages;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import clipscope.ui.shell.palette.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

@FxTest
class ShellViewTest {

    private static final Path MISSING = Path.of("no-such-folder", "missing.png").toAbsolutePath();

    private final ShellFixture fixture = new ShellFixture();
    private final ShellViewModel shell = fixture.shell(List.of(new Experiment(
            "Try it",
            "One picture.",
            List.of("First.", "Then."),
            new Example(List.of(new ImageSource.OfFile(MISSING)), List.of("thing"), PromptTemplate.BARE))));
    private final TextField field = new TextField();
    private final ShellView view = new ShellView(
            shell,
            List.of(
                    page("first", Feather.TAG, new VBox(field)),
                    page("second", Feather.GRID, new VBox(new Label("second")))),
            new FixedDialogs(),
            new Appearance(shell.themeProperty(), new SimpleObjectProperty<>(ColorScheme.LIGHT)));
    private final Scene scene = new Scene(view.node(), 1000, 700);

    ShellViewTest() {
        view.installKeys(scene);
    }

    @AfterEach
    void lightAgain() {
        shell.themeProperty().set(Theme.LIGHT);
    }

    @Test
    void theWelcomeGivesWayToThePageAndComesBackWithTheLastPicture() {
        assertTrue(there("#shell-welcome"));

        addPictures(1);
        assertFalse(there("#shell-welcome"));
        assertTrue(there("#first"));

        press(KeyCode.Z, false, true);
        assertTrue(there("#shell-welcome"));
        press(KeyCode.Z, true, true);
        assertFalse(there("#shell-welcome"));
    }

    @Test
    void warmingUpShowsWhatWasShownBefore() {
        view.warmUp();
        assertTrue(there("#shell-welcome"));

        addPictures(1);
        view.warmUp();
        assertFalse(there("#shell-welcome"));
    }

    @Test
    void anExperimentIsTriedWithOneClickAndTellsItsSteps() {
        find(Button.class, "#shell-welcome-experiments .button").fire();

        assertEquals(List.of("thing"), fixture.desk.session().document().labels());
        assertFalse(there("#shell-welcome"));
        assertTrue(shown("#shell-guide"));
        assertTrue(find(Button.class, "#shell-guide-back").isDisabled());
        find(Button.class, "#shell-guide-next").fire();
        assertEquals("Done", find(Button.class, "#shell-guide-next").getText());
        find(Button.class, "#shell-guide-next").fire();
        assertFalse(shown("#shell-guide"));
    }

    @Test
    void theGuideEndsWithTheLastPicture() {
        find(Button.class, "#shell-welcome-experiments .button").fire();

        fixture.desk.session().removeImages(fixture.desk.session().document().images());

        assertFalse(shown("#shell-guide"));
    }

    @Test
    void pagesAreChosenByKeyAndInTheRail() {
        addPictures(1);

        press(KeyCode.DIGIT2, false, true);
        assertTrue(there("#second"));
        assertTrue(find(ToggleButton.class, "#shell-rail-second").isSelected());

        ToggleButton first = find(ToggleButton.class, "#shell-rail-first");
        first.fire();
        first.fire();
        assertTrue(there("#first"));
        assertTrue(first.isSelected());
        assertFalse(find(ToggleButton.class, "#shell-rail-second").isSelected());
    }

    @Test
    void aPictureIsPastedWithItsKey() {
        paste(Map.of(DataFormat.IMAGE, FxImages.image(ShellFixture.RED)));

        press(KeyCode.V, false, true);

        assertEquals(List.of("Pasted 1"), names());
    }

    @Test
    void textIsPastedIntoTheTextFieldThatHasTheFocusAndPicturesAreNot() {
        addPictures(1);
        assertTrue(shown("#first"));
        field.requestFocus();

        paste(Map.of(DataFormat.PLAIN_TEXT, "a label"));
        press(KeyCode.V, false, true);
        assertEquals("a label", field.getText());
        assertEquals(List.of("picture 0"), names());

        paste(Map.of(DataFormat.IMAGE, FxImages.image(ShellFixture.RED)));
        press(KeyCode.V, false, true);
        assertEquals("a label", field.getText());
        assertEquals(List.of("picture 0", "Pasted 1"), names());
    }

    @Test
    void whatATextFieldCannotUndoIsUndoneInTheWindow() {
        addPictures(1);
        assertTrue(shown("#first"));
        field.requestFocus();
        field.replaceText(0, 0, "a label");

        press(KeyCode.Z, false, true);
        assertEquals("", field.getText());
        assertEquals(List.of("picture 0"), names());

        press(KeyCode.Z, false, true);
        assertEquals(List.of(), names());
    }

    @Test
    void anAddressOnTheNetworkIsAnsweredByANoticeThatEscapeCloses() {
        paste(Map.of(DataFormat.PLAIN_TEXT, "https://example.org/cat.jpg"));

        press(KeyCode.V, false, true);
        assertTrue(there(".problem-notice"));

        press(KeyCode.ESCAPE, false, false);
        assertFalse(there(".problem-notice"));
    }

    @Test
    void encodingIsShownWithItsCountAndCanBeCancelledAndContinued() {
        shell.model().openBundled();
        fixture.tasks.runAll();
        addPictures(12);
        assertEquals("12 images", text("#shell-counts"));
        assertFalse(shown("#shell-unfinished"));

        find(Hyperlink.class, ".job-stop").fire();
        assertTrue(shown("#shell-unfinished"));
        assertEquals("0 of 12 images encoded", text("#shell-counts"));
        assertFalse(there(".job-stop"));

        find(Hyperlink.class, "#shell-continue").fire();
        assertFalse(shown("#shell-unfinished"));
        fixture.tasks.runAll();
        shell.status().refresh();
        assertEquals("12 images", text("#shell-counts"));
    }

    @Test
    void whatCanGoOnWhereItWasIsPausedAndNotCancelled() {
        fixture.desk.jobs().startFetching("Downloading", () -> {});
        shell.status().refresh();

        Hyperlink stop = find(Hyperlink.class, ".job-stop");
        assertEquals("Pause", stop.getText());
        assertEquals("Pause: Downloading", stop.getAccessibleText());
    }

    @Test
    void theNodesOfAJobStaySoThatCancelKeepsTheFocus() {
        shell.model().openBundled();
        fixture.tasks.runAll();
        addPictures(12);
        Node cancel = find(Hyperlink.class, ".job-stop");

        fixture.tasks.runNext();
        shell.status().refresh();

        assertSame(cancel, find(Hyperlink.class, ".job-stop"));
    }

    @Test
    void anUnreadableFileAmongGoodOnesIsListedAndRemoved() {
        addPictures(2);
        fixture.desk.session().addImages(List.of(new ImageSource.OfFile(MISSING)));
        assertFalse(shown("#shell-unreadable"));
        fixture.tasks.runAll();
        shell.status().refresh();
        assertEquals("missing.png could not be read", text("#shell-unreadable"));

        find(Hyperlink.class, "#shell-unreadable").fire();
        ListView<?> list = find(ListView.class, "#shell-unreadable-list");
        assertEquals(shell.status().unreadable(), list.getItems());
        find(Button.class, "#shell-unreadable-copy").fire();
        assertEquals(
                "There is no file or folder " + MISSING + ". Check the name.",
                Clipboard.getSystemClipboard().getString());

        find(Button.class, "#shell-unreadable-remove").fire();
        assertEquals(List.of("picture 0", "picture 1"), names());
        assertFalse(shown("#shell-unreadable"));
    }

    @Test
    void aModelThatCannotBeOpenedIsAnsweredWithWhatToDo() {
        shell.model().open(ShellFixture.BROKEN);
        fixture.tasks.runAll();

        assertEquals("“broken” could not be opened", text("#shell-model-detail"));
        List<String> actions = findAll(".problem-action").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
        assertEquals(List.of("Choose a folder…", "Choose a file…", "Try again", "Use the bundled model"), actions);

        ((Hyperlink) findAll(".problem-action").get(3)).fire();
        fixture.tasks.runAll();
        assertEquals("fake", text("#shell-model-name"));
        assertFalse(there(".problem-notice"));
    }

    @Test
    void theReportOfACrashIsCopiedFromItsNotice(@TempDir Path folder) throws IOException {
        Path report = Files.writeString(folder.resolve("crash-7.txt"), "# A fatal error\n");
        shell.notice(new Problem.Crashed("SIGSEGV", "libtorch_cpu.so", report));
        Hyperlink copy = find(Hyperlink.class, ".problem-action");
        assertEquals("Copy the report", copy.getText());

        copy.fire();
        fixture.tasks.runAll();

        assertEquals("# A fatal error\n", Clipboard.getSystemClipboard().getString());
        assertTrue(findAll(".good .problem-text").stream()
                .anyMatch(node -> ((Labeled) node).getText().startsWith("Copied")));
    }

    @Test
    void theBundledModelIsExplainedUntilAnotherIsInUse() {
        assertFalse(shown("#shell-bundled-note"));
        shell.model().openBundled();
        fixture.tasks.runAll();
        assertTrue(shown("#shell-bundled-note"));

        press(KeyCode.M, false, true); // the dialog gives the other model
        fixture.tasks.runAll();
        assertEquals("other", text("#shell-model-name"));
        assertFalse(shown("#shell-bundled-note"));
    }

    @Test
    void theSheetOfKeysOpensAndCloses() {
        press(KeyCode.F1, false, false);
        List<String> keys =
                findAll(".key").stream().map(node -> ((Labeled) node).getText()).toList();
        assertTrue(keys.containsAll(List.of("F1", "Alt+Up")), keys.toString()); // the window's, and the page's own

        press(KeyCode.ESCAPE, false, false);
        assertFalse(there("#shell-keys-sheet"));

        typeQuestionMark();
        find(Button.class, "#shell-keys-close").fire();
        assertFalse(there("#shell-keys-sheet"));
    }

    @Test
    void anyCommandIsFoundByItsWordsAndRunByEnter() {
        press(KeyCode.K, false, true);
        TextField words = find(TextField.class, "#shell-palette-field");
        assertSame(words, scene.getFocusOwner());

        words.setText("dark or");
        Event.fireEvent(words, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));

        assertEquals(Theme.DARK, shell.themeProperty().get());
        assertFalse(there("#shell-palette"), "it closes with the command");
    }

    @Test
    void thePaletteHasEveryKeyOfTheWindow() {
        press(KeyCode.F1, false, false);
        List<String> onSheet = findAll("#shell-keys-sheet .key").stream()
                .map(node -> ((Labeled) node).getText())
                .filter(keys -> !keys.equals("Alt+Up")) // the page's own: it moves what is marked there
                .toList();
        press(KeyCode.ESCAPE, false, false);

        find(Button.class, "#shell-commands").fire();
        @SuppressWarnings("unchecked") // the list's cells are made for them
        ListView<Command> list = find(ListView.class, "#shell-palette-list");
        assertEquals(
                onSheet,
                list.getItems().stream()
                        .map(Command::keys)
                        .filter(keys -> !keys.isEmpty())
                        .toList());
    }

    @Test
    void theKeyboardStaysOnAnOpenSheetAndGoesBackAfterwards() {
        Button add = find(Button.class, "#shell-welcome-pictures");
        add.requestFocus();

        press(KeyCode.F1, false, false);
        Node close = find(Button.class, "#shell-keys-close");
        assertSame(close, scene.getFocusOwner());
        add.requestFocus(); // as the Tab key does
        assertSame(close, scene.getFocusOwner());

        press(KeyCode.ESCAPE, false, false);
        assertSame(add, scene.getFocusOwner());
    }

    @Test
    void theWholeWindowTurnsDark() {
        double light = Snapshots.of(scene).getPixelReader().getColor(500, 10).getBrightness();
        press(KeyCode.D, false, true);
        double dark = Snapshots.of(scene).getPixelReader().getColor(500, 10).getBrightness();

        assertEquals(Theme.DARK, shell.themeProperty().get());
        assertTrue(light > 0.9 && dark < 0.2, light + " and " + dark);
    }

    @Test
    void everyControlHasAText() {
        Snapshots.of(scene);
        List<Node> mute = findAll(".button").stream()
                .filter(node -> node instanceof Labeled labeled
                        && (labeled.getText() == null || labeled.getText().isEmpty())
                        && (labeled.getAccessibleText() == null
                                || labeled.getAccessibleText().isEmpty()))
                .toList();

        assertEquals(List.of(), mute);
    }

    /// {@return the nodes found after a layout: some come into being only then}
    private List<Node> findAll(String selector) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return List.copyOf(scene.getRoot().lookupAll(selector));
    }

    private <T extends Node> T find(Class<T> type, String selector) {
        return type.cast(findAll(selector).getFirst());
    }

    private boolean there(String selector) {
        return !findAll(selector).isEmpty();
    }

    private boolean shown(String selector) {
        return findAll(selector).stream().anyMatch(Node::isVisible);
    }

    private void addPictures(int count) {
        fixture.desk.session().addImages(ShellFixture.pictures(count));
    }

    private List<String> names() {
        return fixture.desk.session().document().images().stream()
                .map(id -> fixture.desk.session().source(id).name())
                .toList();
    }

    private String text(String selector) {
        return find(Labeled.class, selector).getText();
    }

    private void press(KeyCode key, boolean shift, boolean control) {
        Node target = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false));
    }

    private void typeQuestionMark() {
        Event.fireEvent(
                scene.getRoot(),
                new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, true, false, false, false));
    }

    private static void paste(Map<DataFormat, Object> content) {
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Page page(String id, Ikon icon, Region node) {
        node.setId(id);
        return new Page(id, id, icon, Page.Kind.OF_PICTURES, () -> new TestView(node));
    }

    private record TestView(Region node) implements PageView {

        @Override
        public List<KeyHint> keys() {
            return List.of(new KeyHint("Alt+Up", "Move the label up"));
        }
    }

    /// A person who always chooses the other model, and no pictures.
    private static final class FixedDialogs implements FileDialogs {

        @Override
        public List<Path> pictures() {
            return List.of();
        }

        @Override
        public Optional<Path> folderOfPictures() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folderOfModel() {
            return Optional.of(ShellFixture.OTHER);
        }

        @Override
        public Optional<Path> folderForModels() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileOfModel() {
            return Optional.of(ShellFixture.BROKEN);
        }

        @Override
        public Optional<Path> session() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> sessionToWrite() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> reportToWrite() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> labels() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> labelsToWrite() {
            return Optional.empty();
        }
    }
}
