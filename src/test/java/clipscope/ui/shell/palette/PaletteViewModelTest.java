package clipscope.ui.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel();

    @Test
    void aWordAtTheBeginningGoesBeforeOneLaterAndThatBeforeOneWithin() {
        open("Copy results", "Show the copy", "Photocopy", "Save");
        palette.typedProperty().set("copy");

        assertEquals(List.of("Copy results", "Show the copy", "Photocopy"), titles());
    }

    @Test
    void everyWordTypedMustBeThereInAnyOrderAndCase() {
        open("Order: Images by folder", "Order: Prompts as added", "Open a folder");
        palette.typedProperty().set("FOLDER  ord");

        assertEquals(List.of("Order: Images by folder"), titles());
    }

    @Test
    void thePlaceIsSearchedTooButCountsLess() {
        palette.open(List.of(
                new Command("Grid", "Export", "", false, () -> {}),
                new Command("", "Grid lines", "", false, () -> {})));
        palette.typedProperty().set("grid");

        assertEquals(List.of("Grid lines", "Export"), titles());
    }

    @Test
    void enterRunsTheMarkedOneAfterThePaletteIsClosed() {
        open("first", "second");
        palette.move(1);
        palette.run(() -> done.add("closed"));

        assertEquals(List.of("closed", "second"), done);
    }

    @Test
    void theMarkGoesRoundTheEndsAndBackToTheTopWithEveryLetter() {
        open("one", "two", "three");
        palette.move(-1);
        assertEquals(2, palette.markedProperty().get());
        palette.move(1);
        assertEquals(0, palette.markedProperty().get());

        palette.mark(99);
        assertEquals(2, palette.markedProperty().get(), "no further than the last");
        palette.typedProperty().set("t");
        assertEquals(0, palette.markedProperty().get());
    }

    @Test
    void whatWasUsedLatelyStandsFirstWhileNothingIsTyped() {
        open("one", "two", "three");
        palette.mark(2);
        palette.run(() -> {});
        open("one", "two", "three");

        assertEquals(List.of("three", "one", "two"), titles());
    }

    @Test
    void nothingFoundIsNothingRun() {
        open("one");
        palette.typedProperty().set("xyz");
        palette.move(1);
        palette.run(() -> done.add("closed"));

        assertEquals(List.of(), done);
    }

    private void open(String... titles) {
        palette.open(List.of(titles).stream()
                .map(title -> Command.everywhere(title, () -> done.add(title)))
                .toList());
    }

    private List<String> titles() {
        return palette.found().stream().map(Command::title).toList();
    }
}
