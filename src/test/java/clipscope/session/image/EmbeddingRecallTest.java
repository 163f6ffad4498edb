package clipscope.session.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.image.decode.ImageDecoder;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session that is opened again, and a model that is switched back to.
class EmbeddingRecallTest {

    private static final int IMAGES = 100;

    @TempDir
    private Path folder;

    private final List<ImageSource> pictures = new ArrayList<>();

    @BeforeEach
    void draw() throws Exception {
        for (int i = 0; i < IMAGES; i++) {
            PixelImage one = PixelImage.adopt(1, 1, new byte[] {(byte) i, (byte) (255 - i), 7});
            Path file = folder.resolve(i + ".png");
            Files.write(file, PngWriter.bytes(one));
            pictures.add(new ImageSource.OfFile(file));
        }
    }

    /// What one start of the program sees.
    private final class Program {

        final ManualTaskRunner tasks = new ManualTaskRunner();
        final FakeClipModel one = new FakeClipModel("one");
        final FakeClipModel two = new FakeClipModel("two");
        final Desk desk = new Desk(
                tasks.runners(),
                new JobBoard(() -> 0),
                ImageReader.exact(new ImageDecoder(10))
                        .remembering(new EmbeddingCache(folder.resolve("cache"), () -> 1 << 20)),
                (location, _) -> location.equals(Path.of("one")) ? one : two);
        final List<ImageId> ids;
        final List<SessionChange.Encoded> told = new ArrayList<>();

        Program() {
            desk.session().onChange(change -> {
                if (change instanceof SessionChange.Encoded encoded) {
                    told.add(encoded);
                }
            });
            ids = desk.session().addImages(pictures);
            open("one");
        }

        void open(String model) {
            desk.slot().open(Path.of(model), Precision.FP32);
            tasks.runAll();
        }
    }

    @Test
    void aSessionOpenedAgainEncodesNothing() {
        Program first = new Program();
        Program second = new Program();

        assertEquals(IMAGES, first.one.encodedImages());
        assertEquals(0, second.one.encodedImages());
        IntStream.range(0, IMAGES)
                .forEach(i -> assertEquals(
                        first.desk.embeddings().image(first.ids.get(i)),
                        second.desk.embeddings().image(second.ids.get(i))));
        assertEquals(
                new ImageState.Decoded(1, 1, "PNG", false, 1),
                second.desk.session().state(second.ids.getFirst()));
        assertEquals(0, second.desk.pipeline().missing());
        assertEquals(List.of(), second.desk.jobs().running());
        assertTrue(second.told.size() <= 2, "together, and not one by one: " + second.told.size());
        assertEquals(
                IMAGES,
                second.told.stream().mapToInt(each -> each.images().size()).sum());
    }

    @Test
    void aModelSwitchedBackToEncodesNothing() {
        Program program = new Program();
        program.open("two");
        assertEquals(IMAGES, program.two.encodedImages());

        program.open("one");

        assertEquals(IMAGES, program.one.encodedImages(), "as many as before");
        assertEquals(0, program.desk.pipeline().missing());
    }

    @Test
    void thumbnailsComeWhenTheyAreLookedAt() {
        new Program();
        Program second = new Program();
        ImageId id = second.ids.getLast();

        assertTrue(second.desk.thumbnails().get(id).isEmpty());
        second.tasks.runAll();

        assertTrue(second.desk.thumbnails().get(id).isPresent());
    }

    @Test
    void aFileOfTheSameNameThatHoldsAnotherPictureIsEncoded() throws Exception {
        Program first = new Program();
        PixelImage red = PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0});
        Files.write(folder.resolve("0.png"), PngWriter.bytes(red));
        Program second = new Program();

        assertEquals(1, second.one.encodedImages());
        assertNotEquals(
                first.desk.embeddings().image(first.ids.getFirst()),
                second.desk.embeddings().image(second.ids.getFirst()));
    }
}
