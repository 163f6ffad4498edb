package clipscope.app;

import clipscope.app.RunningWindow.Asked;
import clipscope.cli.desk.WindowRequest;
import clipscope.cli.desk.WindowStart;
import clipscope.clip.PrecisionMemory;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/// The real window with somebody at work in it, who never pauses: goes on with what was left behind,
/// drops a folder, adds a label every fifth of a second, saves every second. Each thing done is a line of
/// output.
///
/// Not a test: [Kills] starts it, and kills it. `WindowAtWork SETTINGS-FILE FIRST-NUMBER FOLDER
/// [SESSION]`
final class WindowAtWork {

    private static final long STEP = 200; // ms
    private static final int SAVING = 5; // steps
    private static final int LOOKING = 3; // steps, until what was left behind is offered
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final Path settings;
    private final List<Path> pictures;
    private final boolean saves;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private int number;
    private int steps; // this and the one before belong to the JavaFX thread

    private WindowAtWork(String[] args) {
        this.settings = Path.of(args[0]);
        this.number = Integer.parseInt(args[1]);
        this.pictures = List.of(Path.of(args[2]));
        this.saves = args.length > 3;
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ENGLISH);
        WindowAtWork work = new WindowAtWork(args);
        Logs.writeTo(work.settings.resolveSibling("logs")); // as the program does: libraries' warnings are no output
        Program program = new Program(
                Installation.find(), CurrentSettings.of(new SettingsFile(work.settings)), PrecisionMemory.none());
        program.settings().problems().forEach(problem -> System.out.println("wrong " + problem));
        work.beatSoon();
        List<Path> session = Arrays.stream(args).skip(3).map(Path::of).toList();
        System.exit(new WindowProgram(
                        program,
                        new WindowRequest(
                                Optional.empty(), Optional.empty(), Optional.empty(), session, new WindowStart()))
                .runUntilClosed());
    }

    private void beatSoon() {
        ScheduledFuture<?> _ = clock.schedule(this::beat, STEP, TimeUnit.MILLISECONDS);
    }

    /// The next comes a while after the one before was done, as with hands.
    private void beat() {
        try {
            Platform.runLater(() -> {
                Window.getWindows().stream().findFirst().map(Window::getScene).ifPresent(this::step);
                beatSoon();
            });
        } catch (IllegalStateException _) {
            beatSoon(); // the window has not started JavaFX yet
        }
    }

    private void step(Scene scene) {
        steps++;
        scene.getRoot().lookupAll("#shell-notices .problem-text").stream()
                .map(Labeled.class::cast)
                .forEach(notice -> System.out.println("wrong " + notice.getText()));
        if (steps == 1) {
            System.out.println("open");
        } else if (steps == LOOKING) {
            Node go = scene.lookup("#shell-welcome-continue");
            if (go instanceof Button button && button.getParent().isVisible()) {
                button.fire();
                System.out.println("continued");
            }
        } else if (steps == LOOKING + 1) {
            clock.execute(this::drop);
        } else if (steps > LOOKING + 1) {
            work(scene);
        }
    }

    /// As another start does, once the window has opened its door.
    private void drop() {
        Path folder = settings.resolveSibling("");
        if (Files.exists(folder.resolve("window.socket"))) {
            boolean taken = RunningWindow.give(folder, new Asked(Optional.empty(), pictures));
            System.out.println(taken ? "dropped" : "slow"); // on a busy machine it takes them later
        } else {
            ScheduledFuture<?> _ = clock.schedule(this::drop, STEP, TimeUnit.MILLISECONDS);
        }
    }

    private void work(Scene scene) {
        if (scene.lookup("#classify-add-label") instanceof TextField field && field.isVisible()) {
            field.setText("thing " + number);
            field.fireEvent(new ActionEvent());
            System.out.println("did " + number);
            number++;
        }
        if (saves && steps % SAVING == 0) {
            Objects.requireNonNull(scene.getAccelerators().get(SAVE)).run();
        }
    }
}
