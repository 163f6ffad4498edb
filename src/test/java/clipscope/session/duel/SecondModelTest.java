package clipscope.session.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.PromptTemplate;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.session.image.ImageReader;
import clipscope.session.model.ModelSlot;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondModelTest {

    private static final Path RIGHT = Path.of("right");

    @TempDir
    private Path folder;

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final FakeClipModel left = new FakeClipModel("left");
    private final FakeClipModel right = new FakeClipModel("right", RIGHT, new ScoreRule.Sigmoid(20, -3));

    private Desk desk() {
        Desk desk = new Desk(
                tasks.runners(),
                new JobBoard(() -> 0),
                ImageReader.exact(new ImageDecoder(10))
                        .remembering(new EmbeddingCache(folder.resolve("cache"), () -> 1 << 20)),
                (location, _) -> load(location));
        desk.slot().open(Path.of("left"), Precision.FP32);
        tasks.runAll();
        return desk;
    }

    private ClipModel load(Path location) throws ProblemException {
        if (location.equals(Path.of("broken"))) {
            throw new ProblemException(new Problem.MissingFile(location));
        }
        return location.equals(RIGHT) ? right : left;
    }

    private void open(Desk desk, Path location) {
        desk.second().open(location, Computing.AUTO);
        tasks.runAll();
    }

    @Test
    void bothModelsSeeTheSameImagesUnderTheSameNames() {
        Desk desk = desk();
        List<ImageId> ids = desk.session().addImages(List.of(Desks.red("red"), Desks.blue("blue")));
        desk.session().setLabels(List.of("red", "blue"));
        tasks.runAll();
        assertEquals(0, right.encodedImages(), "nobody has asked for it");

        open(desk, RIGHT);

        var snapshot = desk.second().comparison().snapshot();
        assertEquals(ids, snapshot.images());
        assertEquals(List.of("red", "blue"), snapshot.labels());
        assertEquals(2, right.encodedImages());
        assertEquals(2, left.encodedImages());
        assertEquals(2, desk.second().pipeline().encodedHere());
    }

    @Test
    void whatIsAddedOrRemovedLaterIsSeenToo() {
        Desk desk = desk();
        desk.session().setLabels(List.of("red"));
        open(desk, RIGHT);

        List<ImageId> ids = desk.session().addImages(List.of(Desks.red("red"), Desks.blue("blue")));
        tasks.runAll();
        desk.session().removeImages(ids.subList(0, 1));
        desk.session().setLabels(List.of("blue", "green"));
        tasks.runAll();

        var snapshot = desk.second().comparison().snapshot();
        assertEquals(ids.subList(1, 2), snapshot.images());
        assertEquals(List.of("blue", "green"), snapshot.labels());
    }

    @Test
    void eachModelHasItsOwnTemplateAndScale() {
        Desk desk = desk();
        desk.session().setLabels(List.of("red"));
        desk.session().slideTemperature(OptionalDouble.of(0.5));
        open(desk, RIGHT);
        assertEquals(new PromptTemplate("{}"), desk.second().template());

        desk.second().setTemplate(Optional.of(new PromptTemplate("blue {}")));
        tasks.runAll();

        assertEquals(new PromptTemplate("{}"), desk.session().document().template());
        var snapshot = desk.second().comparison().snapshot();
        assertEquals(new ScoreRule.Sigmoid(20, -3), snapshot.scoreRule(), "a temperature was chosen for the other");
        assertEquals(
                Math.sqrt(0.5),
                snapshot.promptEmbeddings().getFirst().at(0),
                0.01,
                "the prompt 'blue red' is as much red as blue");
    }

    @Test
    void closingFreesTheModelAndEndsItsWork() {
        Desk desk = desk();
        desk.session().addImages(List.of(Desks.red("red")));
        open(desk, RIGHT);

        desk.second().close();
        tasks.runAll();

        assertTrue(right.closed());
        assertFalse(left.closed());
        assertEquals(Optional.empty(), desk.second().slot().model());
        assertEquals(List.of(), desk.second().comparison().snapshot().images());
        desk.session().addImages(List.of(Desks.blue("blue")));
        tasks.runAll();
        assertEquals(1, right.encodedImages(), "it is asked for nothing more");
    }

    @Test
    void aModelThatComesAfterItWasClosedIsClosedAtOnce() {
        Desk desk = desk();
        desk.second().open(RIGHT, Computing.AUTO);
        desk.second().close();

        tasks.runAll();

        assertTrue(right.closed());
        assertEquals(Optional.empty(), desk.second().slot().model());
    }

    @Test
    void aModelThatCannotBeReadSaysWhy() {
        Desk desk = desk();

        open(desk, Path.of("broken"));

        var failed = assertInstanceOf(
                ModelSlot.Status.Failed.class, desk.second().slot().status());
        assertEquals(new Problem.MissingFile(Path.of("broken")), failed.problem());
        assertTrue(desk.slot().model().isPresent());
    }

    @Test
    void aSecondDuelOfTheSamePairEncodesNothing() throws Exception {
        Path file = folder.resolve("red.png");
        Files.write(file, PngWriter.bytes(PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0})));
        Desk desk = desk();
        desk.session().addImages(List.of(new ImageSource.OfFile(file)));
        open(desk, RIGHT);
        assertEquals(1, right.encodedImages());
        desk.second().close();
        tasks.runAll();

        open(desk, RIGHT);

        assertEquals(1, right.encodedImages(), "as many as before");
        assertEquals(0, desk.second().pipeline().encodedHere());
        assertEquals(1, desk.second().comparison().snapshot().images().size());
    }
}
