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
/// holds.
///
/// Not a test: figures of one machine. `packaging/linux/endure.sh rounds`; `Rounds FOLDER`
final class Rounds {

    private static final int ROUNDS = 1000;
    private static final int TELL = 100;
    private static final int PICTURES = 12;
    private static final int LABELS = 5;
    private static final int SETS = 20; // of pictures, so that most rounds find them in the cache and some do not

    private final Path folder;
    private final List<String> words; // that the model knows: others are not compared
    private final EventLoop loop = new EventLoop();
    private final Desk desk;
    private long firstHeap;
    private long firstHandles;

    private Rounds(Path folder, BackgroundThreads threads) throws IOException {
        this.folder = folder;
        Program program = new Program(
                Installation.find(),
                CurrentSettings.of(new SettingsFile(folder.resolve("settings.json"))),
                PrecisionMemory.none());
        this.desk = program.windowDesk(threads.runners(loop), program.embeddingCache());
        this.words = Files.readAllLines(program.bundledModel().resolve("words.txt"));
        desk.slot().open(program.bundledModel(), Computing.AUTO);
    }

    public static void main(String[] args) throws Exception {
        Rounds rounds = new Rounds(Path.of(args[0]), BackgroundThreads.ofCommand());
        rounds.loop.runUntil(() -> !(rounds.desk.slot().status() instanceof ModelSlot.Status.Loading));
        for (int round = 1; round <= ROUNDS; round++) {
            rounds.round(round);
            if (round % TELL == 0) {
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
        System.gc();
        System.gc(); // what the first one only marked
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long handles = handles();
        if (round == 2 * TELL) { // everything is loaded
            firstHeap = heap;
            firstHandles = handles;
        }
        System.out.printf(
                "%4d rounds: heap %5.1f MB, resident %s, %d handles, %d threads%n",
                round, heap / 1e6, resident(), handles, Thread.activeCount());
    }

    private boolean flat() {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "since round %d: heap %+.1f MB, handles %+d%n",
                2 * TELL, (heap - firstHeap) / 1e6, handles() - firstHandles);
        return heap - firstHeap < 10_000_000 && handles() <= firstHandles;
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }

    /// {@return what the process holds in memory, as Linux counts it}
    static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1000 + " MB")
                .findFirst()
                .orElse("unknown");
    }
}
