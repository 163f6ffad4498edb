package clipscope.ui.shell.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Precision;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.ui.shell.ShellFixture;
import clipscope.ui.shell.status.StatusViewModel.JobLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {

    private static final Path MISSING = Path.of("no-such-folder", "missing.png");

    private final ShellFixture fixture = new ShellFixture();
    private final StatusViewModel status = new StatusViewModel(fixture.desk);

    @BeforeEach
    void withAModel() {
        fixture.desk.slot().open(ShellFixture.BUNDLED, Precision.FP32);
        fixture.tasks.runAll();
    }

    @Test
    void withoutPicturesItSaysSoAndNeedsNoLook() {
        assertEquals("No pictures yet", status.countsProperty().get());
        assertFalse(status.activeProperty().get());
    }

    @Test
    void imagesAreCountedFromTheMomentTheyAreAddedUntilTheLastIsEncoded() {
        fixture.desk.session().addImages(ShellFixture.pictures(12));

        assertEquals("12 images", status.countsProperty().get());
        assertEquals(List.of("Encoding images 0 of 12"), jobs());
        assertTrue(status.activeProperty().get());

        fixture.tasks.runAll();
        assertFalse(status.refresh());
        assertEquals("12 images", status.countsProperty().get());
        assertEquals(List.of(), jobs());
        assertFalse(status.activeProperty().get());
    }

    /// Without a model nothing is encoded: whoever reads a rate and a time left would take it for that.
    @Test
    void whileThereIsNoModelImagesAreReadAndNotEncoded() {
        ShellFixture bare = new ShellFixture();
        bare.desk.session().addImages(ShellFixture.pictures(12));
        StatusViewModel shown = new StatusViewModel(bare.desk);
        assertEquals(
                List.of("Reading images"),
                shown.jobs().stream().map(JobLine::title).toList());

        bare.desk.slot().open(ShellFixture.BUNDLED, Precision.FP32);
        while (bare.desk.slot().model().isEmpty()) {
            bare.tasks.runNext();
        }
        shown.refresh();
        assertEquals(
                List.of("Encoding images"),
                shown.jobs().stream().map(JobLine::title).toList());
    }

    /// Hundreds of reasons, worded anew four times a second, would be felt in the window.
    @Test
    void theListOfUnreadableFilesIsLeftAloneWhileNothingIsNewInIt() {
        List<String> told = new ArrayList<>();
        status.unreadable().subscribe(() -> told.add("changed"));
        fixture.desk.session().addImages(List.of(new ImageSource.OfFile(MISSING)));
        fixture.tasks.runAll();

        status.refresh();
        status.refresh();
        assertEquals(List.of("changed"), told);

        fixture.desk.session().undo();
        assertEquals(List.of("changed", "changed"), told);
        assertEquals(List.of(), status.unreadable());
    }

    @Test
    void twoThousandImagesAreCountedWithASingleLook() {
        fixture.desk.session().addImages(ShellFixture.pictures(2_000));
        List<String> told = new ArrayList<>();
        status.countsProperty().subscribe((_, now) -> told.add(now));
        status.jobs().subscribe(() -> told.add("jobs"));

        fixture.tasks.runAll();
        assertEquals(List.of(), told);

        status.refresh();
        assertEquals(List.of("jobs"), told); // the job is gone; the count was there from the first moment
        assertEquals("2,000 images", status.countsProperty().get());
    }

    @Test
    void aJobTellsItsRateAndTheTimeLeft() {
        var job = fixture.desk.jobs().start("Counting", () -> {});
        job.expect(100);
        fixture.now += 2_000_000_000L;
        job.advance(40);
        status.refresh();

        JobLine line = status.jobs().getFirst(); // 40 in 2 s are 20/s; the other 60 take 3 s
        assertEquals(new JobLine(job, "Counting", "40 of 100", "20/s · 3 s left", 0.4), line);
    }

    @Test
    void aJobOfUnknownSizeHasNoCount() {
        var job = fixture.desk.jobs().start("Looking for images", () -> {});
        status.refresh();

        assertEquals(List.of(new JobLine(job, "Looking for images", "", "", -1)), List.copyOf(status.jobs()));
    }

    @Test
    void afterACancellationTheRestIsOfferedAndCanBeContinued() {
        fixture.desk.session().addImages(ShellFixture.pictures(12));
        fixture.tasks.runNext();

        status.stop(status.jobs().getFirst().job());
        assertEquals(12, status.unfinishedProperty().get());
        assertEquals("0 of 12 images encoded", status.countsProperty().get());
        assertEquals(List.of(), jobs());

        status.resume();
        assertEquals(0, status.unfinishedProperty().get());
        fixture.tasks.runAll();
        status.refresh();
        assertEquals("12 images", status.countsProperty().get());
    }

    @Test
    void anUnreadableFileAmongGoodOnesIsListedWithItsReasonAndCanBeRemoved() {
        List<ImageId> ids = fixture.desk.session().addImages(mixed());
        fixture.tasks.runAll();
        status.refresh();

        assertEquals(
                List.of(new StatusViewModel.Unreadable(
                        ids.get(1), "missing.png", "There is no file or folder " + MISSING + ". Check the name.")),
                List.copyOf(status.unreadable()));
        assertEquals("There is no file or folder " + MISSING + ". Check the name.", status.unreadableText());
        assertEquals("3 images", status.countsProperty().get());

        status.removeUnreadable();
        assertEquals(List.of(), List.copyOf(status.unreadable()));
        assertEquals(
                List.of(ids.get(0), ids.get(2)),
                fixture.desk.session().document().images());
    }

    @Test
    void theFirstUnreadableFileIsNamedInTheLineAndTheOthersAreCounted() {
        assertEquals("", status.unreadableWords());
        assertEquals("a.png could not be read", wordsAfter("a.png"));
        assertEquals("a.png and 1 more could not be read", wordsAfter("b.png"));
        assertEquals("a.png and 2 more could not be read", wordsAfter("c.png"));
    }

    @Test
    void aLongNameKeepsItsEndAndOneOfSeveralLinesStaysInTheLine() {
        assertEquals("a b.png could not be read", wordsAfter("a\nb.png"));
        status.removeUnreadable();
        assertEquals("aaaaaaaaaaaaaaaa…aaaaaaa 12.jpeg could not be read", wordsAfter("a".repeat(200) + " 12.jpeg"));
    }

    private String wordsAfter(String missing) {
        fixture.desk.session().addImages(List.of(new ImageSource.OfFile(MISSING.resolveSibling(missing))));
        fixture.tasks.runAll();
        status.refresh();
        return status.unreadableWords();
    }

    @Test
    void resultsAskForALookButAreNotLookedAtOneByOne() {
        fixture.desk.session().addImages(mixed());
        fixture.tasks.runAll();

        assertTrue(status.activeProperty().get());
        assertEquals(List.of(), List.copyOf(status.unreadable()));
        status.refresh();
        assertEquals(1, status.unreadable().size());
    }

    private static List<ImageSource> mixed() {
        return List.of(
                new ImageSource.OfPixels("first", ShellFixture.RED),
                new ImageSource.OfFile(MISSING),
                new ImageSource.OfPixels("last", ShellFixture.RED));
    }

    private List<String> jobs() {
        return status.jobs().stream()
                .map(line -> line.title() + " " + line.count())
                .toList();
    }
}
