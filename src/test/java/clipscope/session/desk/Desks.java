package clipscope.session.desk;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.decode.ImageDecoder;
import clipscope.session.SessionChange;
import clipscope.session.image.ImageReader;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A desk for tests, whose background work waits until the test says so.
public final class Desks {

    private static final int LIMIT = 10; // megapixels

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final FakeClipModel model = new FakeClipModel();
    private final List<FakeClipModel> unused = new ArrayList<>(List.of(model));
    private final List<SessionChange> changes = new ArrayList<>();
    private final JobBoard jobs = new JobBoard(() -> 0);
    private final Desk desk;

    public Desks() {
        this.desk = new Desk(
                tasks.runners(), jobs, ImageReader.exact(new ImageDecoder(LIMIT)), (_, computing) -> next(computing));
        desk.session().onChange(changes::add);
    }

    /// The first model is the one that tests talk to; whoever opens again gets another.
    private ClipModel next(Computing computing) {
        FakeClipModel next = unused.isEmpty() ? new FakeClipModel("another") : unused.removeFirst();
        computing.imageSize().ifPresent(next::give);
        return next;
    }

    public Desk desk() {
        return desk;
    }

    public ManualTaskRunner tasks() {
        return tasks;
    }

    public FakeClipModel model() {
        return model;
    }

    /// {@return what the session has told so far}
    public List<SessionChange> changes() {
        return changes;
    }

    /// Loads the model.
    public ClipModel open() {
        desk.slot().open(Path.of("models", "fake"), Precision.FP32);
        tasks.runAll();
        return desk.slot().model().orElseThrow();
    }

    /// Loads another model instead.
    public void open(FakeClipModel other) {
        open(other, Computing.in(Precision.FP32));
    }

    public void open(FakeClipModel other, Computing computing) {
        unused.addFirst(other);
        desk.slot().open(other.card().location(), computing);
        tasks.runAll();
    }

    /// {@return a picture of one colour}
    public static ImageSource picture(String name, int red, int green, int blue) {
        byte[] rgb = new byte[4 * 4 * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new ImageSource.OfPixels(name, PixelImage.adopt(4, 4, rgb));
    }

    public static ImageSource red(String name) {
        return picture(name, 255, 0, 0);
    }

    public static ImageSource blue(String name) {
        return picture(name, 0, 0, 255);
    }

    /// {@return a file that is not there}
    public static ImageSource missing(String name) {
        return new ImageSource.OfFile(Path.of("no", "such", "folder", name));
    }
}
