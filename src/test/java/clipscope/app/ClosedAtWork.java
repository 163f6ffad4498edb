package clipscope.app;

import clipscope.session.cache.EmbeddingCache;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import clipscope.task.BackgroundThreads;
import clipscope.task.Runners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A program that is closed while two files are being written and, if asked, a batch is computed that never
/// ends. It ends with 7 if it is left to end as usual.
///
/// Not a test: [ClosingTest] starts it. `ClosedAtWork FOLDER [batch]`
final class ClosedAtWork {

    private static final long WRITING = TimeUnit.MILLISECONDS.toNanos(300);

    private ClosedAtWork() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(folder.resolve("usual"))));
        CurrentSettings settings = CurrentSettings.of(new SettingsFile(folder.resolve("settings.json")));
        settings.change(all -> all.withWindow(all.window().withSize(901, 602)));
        BackgroundThreads threads = BackgroundThreads.ofCommand();
        Runners runners = threads.runners(Runnable::run);
        if (args.length > 1) {
            CountDownLatch begun = new CountDownLatch(1);
            var _ = runners.bulk().submit(_ -> compute(begun), _ -> {});
            begun.await();
        }
        for (String name : List.of("first", "second")) {
            var _ = runners.keep().submit(_ -> slowly(folder.resolve(name)), _ -> {});
        }
        new Closing(settings, EmbeddingCache.none(), threads, List.of()).run();
        System.exit(7);
    }

    private static Path slowly(Path file) {
        LockSupport.parkNanos(WRITING);
        return write(file);
    }

    private static Path write(Path file) {
        try {
            return Files.writeString(file, "written");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compute(CountDownLatch begun) {
        begun.countDown();
        while (begun.getCount() == 0) { // as native code does, it hears of no interruption
            Thread.onSpinWait();
        }
        return true;
    }
}
