package clipscope.app;

import clipscope.cli.desk.WindowRequest;
import clipscope.cli.desk.WindowStart;
import clipscope.clip.PrecisionMemory;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Opens the real window and tells, once a second, how long its JavaFX thread let a person wait, and how much
/// memory the process holds. Work is the processor time of the thread between two pulses: what a wait would
/// be on a machine that has nothing else to do. A wait that is longer than [#LONG] shows what the thread was
/// doing.
///
/// Not a test: figures of one machine. Started by hand, with a display: `WindowPulses SETTINGS-FILE IMAGE…`
final class WindowPulses {

    private static final long LONG = 80_000_000; // ns; a person notices 100 ms
    private static final long LOOK = 10; // ms
    private static final int FRAMES = 14;

    private final AtomicLong lastPulse = new AtomicLong();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long worst;
    private long worstWork;
    private long worked;
    private int pulses;
    private boolean started; // this and the next belong to the clock's thread
    private boolean shown;

    private WindowPulses() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ENGLISH);
        Program program = new Program(
                Installation.find(), CurrentSettings.of(new SettingsFile(Path.of(args[0]))), PrecisionMemory.none());
        WindowRequest request = new WindowRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Arrays.stream(args).skip(1).map(Path::of).toList(),
                new WindowStart());
        WindowPulses pulses = new WindowPulses();
        WindowProgram window = new WindowProgram(program, request);
        pulses.watch();
        int status = window.runUntilClosed();
        System.exit(status);
    }

    /// Looks every [#LOOK] from a thread of its own: the one that is watched cannot tell that it stands
    /// still.
    private void watch() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = clock.scheduleAtFixedRate(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
        var _ = clock.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        if (!started) {
            start();
        }
        long waiting = System.nanoTime() - lastPulse.get();
        if (lastPulse.get() == 0 || waiting < LONG) {
            shown = false;
        } else if (!shown) {
            shown = true;
            System.out.printf("no pulse for %d ms:%n", waiting / 1_000_000);
            fxThread().stream()
                    .flatMap(thread -> Arrays.stream(thread.getStackTrace()))
                    .limit(FRAMES)
                    .forEach(frame -> System.out.println("    " + frame));
        }
    }

    private synchronized void tell() {
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf(
                "%3d pulses, longest %4d ms, of work %4d ms, heap %4d MB, resident %s%n",
                pulses, worst / 1_000_000, worstWork / 1_000_000, heap, resident());
        worst = 0;
        worstWork = 0;
        pulses = 0;
    }

    private AnimationTimer timer() {
        return new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulsed(System.nanoTime());
            }
        };
    }

    private synchronized void pulsed(long now) {
        long before = lastPulse.getAndSet(now);
        worst = before == 0 ? 0 : Math.max(worst, now - before);
        long work = threads.getCurrentThreadCpuTime();
        worstWork = worked == 0 ? 0 : Math.max(worstWork, work - worked);
        worked = work;
        pulses++;
    }

    private void start() {
        try {
            Platform.runLater(() -> timer().start());
            started = true;
        } catch (IllegalStateException _) {
            started = false; // the window has not started JavaFX yet
        }
    }

    private static Optional<Thread> fxThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst();
    }

    private static String resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("unknown")
                    .replaceAll("[^0-9]+", "")
                    .replaceAll("...$", " MB");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
