package clipscope.app;

import clipscope.clip.Computing;
import clipscope.clip.PrecisionMemory;
import clipscope.session.compare.Comparison;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import clipscope.task.BackgroundThreads;
import clipscope.task.EventLoop;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// Adds pictures, compares them with labels, removes both, a thousand times, and tells what the process
/// holds. At half time undo has reached its end and every word has been read: what grows after that would
/// grow for ever.
///
/// Not a test: figures of one machine. `packaging/linux/endure.sh rounds [COUNT]`; `Rounds FOLDER COUNT`
final class Rounds {

    private static final int TOLD = 10; // times
    private static final int SETTLED = 5; // of them
    private static final long MB = 1_000_000;
    private static final long HEAP_GROWTH = MB; // 6,000 pictures of 170 bytes would be seen
    private static final long RESIDENT_GROWTH = 10 * MB; // of the 460 MB of pixels that pass in that time
    private static final int PICTURES = 12;
    private static final int LABELS = 5;
    private static final int SETS = 20; // of pictures, so that most rounds find them in the cache and some do not

    private final Path folder;
    private final int rounds;
    private final List<String> words; // that the model knows: others are not compared
    private final EventLoop loop = new EventLoop();
    private final Desk desk;
    private Held first = new Held(0, 0, 0, 0);

    /// What the process holds.
    ///
    /// @param heap in bytes, after collection
    /// @param resident in bytes, but for what is read of files
    /// @param files in bytes, of what is mapped: weights and libraries, which the system takes back when it
    ///     will
    private record Held(long heap, long resident, long files, long handles) {

        static Held now() throws IOException {
            System.gc();
            System.gc(); // what the first one only marked
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return new Held(heap, status("RssAnon"), status("RssFile"), openFiles());
        }
    }

    private Rounds(Path folder, int rounds, BackgroundThreads threads) throws IOException {
        this.folder = folder;
        this.rounds = rounds;
        Program program = new Program(
                Installation.find(),
                CurrentSettings.of(new SettingsFile(folder.resolve("settings.json"))),
                PrecisionMemory.none());
        this.desk = program.windowDesk(threads.runners(loop), program.embeddingCache());
        this.words = Files.readAllLines(program.bundledModel().resolve("words.txt"));
        desk.slot().open(program.bundledModel(), Computing.AUTO);
    }

    public static void main(String[] args) throws Exception {
        Rounds rounds = new Rounds(Path.of(args[0]), Integer.parseInt(args[1]), BackgroundThreads.ofCommand());
        rounds.loop.runUntil(() -> !(rounds.desk.slot().status() instanceof ModelSlot.Status.Loading));
        for (int round = 1; round <= rounds.rounds; round++) {
            rounds.round(round);
            if (round % (rounds.rounds / TOLD) == 0) {
                rounds.tell(round);
            }
        }
        System.exit(rounds.flat() ? 0 : 1);
    }

    private void round(int round) throws IOException, InterruptedException {
        Path pictures = MadePictures.make(folder.resolve("set-" + round % SETS), PICTURES);
        List<String> labels = IntStream.range(0, LABELS)
                .mapToObj(i -> words.get((LABELS * round + i) % words.size()))
                .toList();
        AtomicBoolean added = new AtomicBoolean();
        desk.intake().add(List.of(pictures), _ -> added.set(true));
        desk.session().setLabels(labels);
        loop.runUntil(() -> added.get() && !desk.pipeline().running() && compared(labels.size()));
        desk.session().removeImages(desk.session().document().images());
        desk.session().setLabels(List.of());
    }

    private boolean compared(int labels) {
        Comparison.Snapshot now = desk.comparison().snapshot();
        return now.images().size() == PICTURES && now.labels().size() == labels;
    }

    private void tell(int round) throws IOException {
        Held held = Held.now();
        if (round == SETTLED * rounds / TOLD) {
            first = held;
        }
        System.out.printf(
                "%4d rounds: heap %.1f MB, resident %d MB and %d MB of files, %d handles, %d threads%n",
                round,
                (double) held.heap / MB,
                held.resident / MB,
                held.files / MB,
                held.handles,
                Thread.activeCount());
    }

    private boolean flat() throws IOException {
        Held last = Held.now();
        System.out.printf(
                "since round %d: heap %+.1f MB, resident %+d MB, handles %+d%n",
                SETTLED * rounds / TOLD,
                (double) (last.heap - first.heap) / MB,
                (last.resident - first.resident) / MB,
                last.handles - first.handles);
        return last.heap - first.heap < HEAP_GROWTH
                && last.resident - first.resident < RESIDENT_GROWTH
                && last.handles <= first.handles;
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }

    /// {@return what the process holds in memory, as Linux counts it}
    static String resident() throws IOException {
        return status("VmRSS") / MB + " MB";
    }

    /// {@return a line of what Linux tells of the process, in bytes}
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
