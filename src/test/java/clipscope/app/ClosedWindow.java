package clipscope.app;

import clipscope.cli.desk.WindowRequest;
import clipscope.cli.desk.WindowStart;
import clipscope.clip.PrecisionMemory;
import clipscope.image.ImageSource;
import clipscope.problem.ProblemException;
import clipscope.session.Document;
import clipscope.session.file.SavedSession;
import clipscope.session.file.SavedSession.SavedImage;
import clipscope.session.file.SavedSession.SavedModel;
import clipscope.session.file.SessionFile;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

/// Opens the real window, without a display, with pictures that are encoded in batches of many seconds, and
/// closes it in the middle of one.
///
/// Not a test: `packaging/linux/endure.sh closes` measures how soon the process has ended, and how.
/// `ClosedWindow FOLDER`
final class ClosedWindow extends AnimationTimer {

    private static final int PICTURES = 300;
    private static final int BATCH = 128;
    private static final int SIDE = 192; // pixels, for many patches
    private static final long INTO = 4_000_000_000L; // ns after the work began: the batch is being computed

    private long began;

    public static void main(String[] args) throws IOException, ProblemException {
        Locale.setDefault(Locale.ENGLISH);
        Path folder = Path.of(args[0]);
        CurrentSettings settings = CurrentSettings.of(new SettingsFile(folder.resolve("settings.json")));
        settings.change(all -> all.withModel(all.model().withBatch(OptionalInt.of(BATCH))));
        Program program = new Program(Installation.find(), settings, PrecisionMemory.none());
        Path session = folder.resolve("many.clipscope");
        new SessionFile(session)
                .write(new SavedSession(
                        images(folder.resolve("pictures")),
                        Document.EMPTY.withLabels(List.of("a circle")),
                        Optional.of(new SavedModel(program.bundledModel(), OptionalInt.of(SIDE))),
                        0));
        WindowRequest request = new WindowRequest(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(session), new WindowStart());
        ClosedWindow closer = new ClosedWindow();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = clock.schedule(() -> Platform.runLater(closer::start), 2, TimeUnit.SECONDS);
        System.exit(new WindowProgram(program, request).runUntilClosed());
    }

    private static List<SavedImage> images(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(MadePictures.make(folder, PICTURES))) {
            return files.sorted()
                    .map(file -> new SavedImage(new ImageSource.OfFile(file), Optional.empty()))
                    .toList();
        }
    }

    @Override
    public void handle(long now) {
        boolean working = Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#shell-jobs"))
                .anyMatch(
                        jobs -> jobs instanceof Pane pane && !pane.getChildren().isEmpty());
        if (!working) {
            began = 0;
        } else if (began == 0) {
            began = now;
        } else if (now - began > INTO) {
            stop();
            System.out.println("closed " + System.currentTimeMillis());
            Window.getWindows().getFirst().hide();
        }
    }
}
