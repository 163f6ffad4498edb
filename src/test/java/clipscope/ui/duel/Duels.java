package clipscope.ui.duel;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desk;
import clipscope.session.image.ImageReader;
import clipscope.task.JobBoard;
import clipscope.task.ManualTaskRunner;
import clipscope.zoo.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two models for tests: "left" is in use, "right" can be had.
final class Duels {

    static final Contender RIGHT = new Contender("right", Path.of("right"));
    static final Contender BROKEN = new Contender("broken", Path.of("broken"));

    final ManualTaskRunner tasks = new ManualTaskRunner();
    final FakeClipModel left = new FakeClipModel("left");
    final FakeClipModel right = new FakeClipModel("right", Path.of("right"), new ScoreRule.Softmax(20));
    final List<ImageId> opened = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Desk desk = new Desk(
            tasks.runners(),
            new JobBoard(() -> 0),
            ImageReader.exact(new ImageDecoder(10)),
            (location, _) -> load(location));
    final DuelViewModel model;

    /// @param folder with a shelf of nothing; it is the bundled model too
    Duels(Path folder) {
        this.model = new DuelViewModel(
                desk,
                new DuelSetup(
                        new Shelf(folder.resolve("shelf")),
                        folder,
                        List::of,
                        () -> Computing.AUTO,
                        Optional::empty,
                        () -> Optional.of(Path.of("right")),
                        () -> asked.add("models"),
                        opened::add));
        desk.slot().open(Path.of("left"), Precision.FP32);
        tasks.runAll();
    }

    private ClipModel load(Path location) throws ProblemException {
        if (location.equals(BROKEN.location())) {
            throw new ProblemException(new Problem.MissingFile(location));
        }
        return location.equals(RIGHT.location()) ? right : left;
    }
}
