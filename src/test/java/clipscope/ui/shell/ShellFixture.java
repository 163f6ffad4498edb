package clipscope.ui.shell;

import clipscope.clip.ClipModel;
import clipscope.clip.FakeClipModel;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.Experiment;
import clipscope.session.desk.Desk;
import clipscope.session.file.LastSessions;
import clipscope.session.image.ImageReader;
import clipscope.settings.Settings;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A desk whose work is done when the test says so, with models that are there by name: every folder but
/// [#BROKEN] holds one.
public final class ShellFixture {

    public static final LastSessions LAST = LastSessions.of(1, Path.of("target", "test-sessions"));
    public static final Path BUNDLED = Path.of("models", "fake");
    public static final Path OTHER = Path.of("models", "other");
    public static final Path BROKEN = Path.of("models", "broken");
    public static final Problem NO_MODEL = new Problem.NotAModel(BROKEN, "there is no config.json");
    public static final PixelImage RED = PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0});

    public final ManualTaskRunner tasks = new ManualTaskRunner();
    public long now; // ns
    public long step; // ns that pass at every look at the clock

    public final Desk desk = new Desk(
            tasks.runners(),
            new JobBoard(() -> now += step),
            ImageReader.exact(new ImageDecoder(100)),
            (location, _) -> model(location));

    public ShellViewModel shell() {
        return shell(List.of());
    }

    public ShellViewModel shell(List<Experiment> experiments) {
        return new ShellViewModel(desk, new ShellViewModel.Setup(BUNDLED, experiments, "CPU", LAST, Settings.DEFAULTS));
    }

    /// {@return that many pictures in memory}
    public static List<ImageSource> pictures(int count) {
        return IntStream.range(0, count)
                .<ImageSource>mapToObj(i -> new ImageSource.OfPixels("picture " + i, RED))
                .toList();
    }

    private static ClipModel model(Path location) throws ProblemException {
        if (location.equals(BROKEN)) {
            throw new ProblemException(NO_MODEL);
        }
        return new FakeClipModel(location.getFileName().toString());
    }
}
