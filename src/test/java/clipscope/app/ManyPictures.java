package clipscope.app;

import clipscope.cli.desk.WindowRequest;
import clipscope.cli.desk.WindowStart;
import clipscope.clip.PrecisionMemory;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

/// Opens the real window, without a display, with a folder of very many pictures, and tells how long it
/// took, how long the window did not answer at worst, how much memory it took; and, if asked, how soon it
/// stopped when told to.
///
/// Not a test: figures of one machine. `packaging/linux/endure.sh many`; `ManyPictures SETTINGS-FILE
/// FOLDER COUNT [CANCEL-AFTER-SECONDS]`
final class ManyPictures extends AnimationTimer {

    private static final KeyCombination STOP = new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN);
    private static final long SETTLED = 3_000_000_000L; // ns without a job

    private final Optional<Integer> stopAfter;
    private final int count;
    private final long began = System.nanoTime();
    private long last;
    private long worst;
    private long jobSeen;
    private long stopped;
    private long peak;

    private ManyPictures(int count, Optional<Integer> stopAfter) {
        this.count = count;
        this.stopAfter = stopAfter;
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        int count = Integer.parseInt(args[2]);
        Path pictures = MadePictures.make(Path.of(args[1]), count);
        Program program = new Program(
                Installation.find(), CurrentSettings.of(new SettingsFile(Path.of(args[0]))), PrecisionMemory.none());
        ManyPictures watch =
                new ManyPictures(count, args.length > 3 ? Optional.of(Integer.parseInt(args[3])) : Optional.empty());
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = clock.schedule(() -> Platform.runLater(watch::start), 3, TimeUnit.SECONDS);
        WindowRequest request = new WindowRequest(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(pictures), new WindowStart());
        System.exit(new WindowProgram(program, request).runUntilClosed());
    }

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        worst = last == 0 ? 0 : Math.max(worst, time - last);
        last = time;
        Window window = Window.getWindows().getFirst();
        Scene scene = window.getScene();
        if (scene.lookup("#shell-jobs") instanceof Pane jobs
                && !jobs.getChildren().isEmpty()) {
            jobSeen = time;
        }
        peak = Math.max(peak, residentMegabytes());
        stopAfter
                .filter(seconds -> stopped == 0 && time - began > seconds * 1_000_000_000L)
                .ifPresent(_ -> stop(scene, time));
        if (jobSeen > 0 && time - jobSeen > SETTLED) {
            tell(scene);
            stop();
            window.hide();
        }
    }

    private void stop(Scene scene, long time) {
        stopped = time;
        Objects.requireNonNull(scene.getAccelerators().get(STOP)).run();
    }

    private void tell(Scene scene) {
        String counts = scene.lookup("#shell-counts") instanceof Labeled label ? label.getText() : "";
        System.out.printf("%,d pictures given; the window says: %s%n", count, counts);
        System.out.printf(
                "longest without a pulse %d ms, peak resident %d MB, %s%n",
                worst / 1_000_000,
                peak,
                stopped > 0
                        ? "stopped %d ms after it was told to".formatted(Math.max(0, jobSeen - stopped) / 1_000_000)
                        : "done after %.0f s".formatted((jobSeen - began) / 1e9));
    }

    private static long residentMegabytes() {
        try {
            return Long.parseLong(Rounds.resident().replaceAll("[^0-9]", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
