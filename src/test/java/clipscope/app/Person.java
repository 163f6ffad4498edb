package clipscope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process of [WindowAtWork], and what it has told.
final class Person {

    private static final long START_SECONDS = 90;

    private final Process process;
    private final CountDownLatch working = new CountDownLatch(1);
    private final TreeMap<Integer, Long> did = new TreeMap<>(); // guarded by this
    private final List<String> wrong = new ArrayList<>(); // guarded by this
    private final Thread reader;
    private long diedAt;

    private Person(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::listen);
    }

    /// Starts the window, without a display, by the Java and with the properties of this process.
    static Person start(Path settings, int number, Path pictures, Optional<Path> session) throws IOException {
        List<String> command =
                JavaCommand.of(WindowAtWork.class, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.add(settings.toString());
        command.add(Integer.toString(number));
        command.add(pictures.toString());
        session.map(Path::toString).ifPresent(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        return new Person(process);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException _) {
            // it was killed in the middle of a line
        }
    }

    private synchronized void hear(String line) {
        if (line.startsWith("did ")) {
            did.put(Integer.parseInt(line.substring(4)), System.currentTimeMillis());
            working.countDown();
        } else if (!List.of("open", "continued", "dropped", "slow").contains(line)) {
            wrong.add(line);
        }
    }

    /// Waits until it has done something.
    void awaitWork() throws InterruptedException {
        boolean began = working.await(START_SECONDS, TimeUnit.SECONDS);
        if (!began) {
            synchronized (this) {
                wrong.add("the window did nothing for %d s".formatted(START_SECONDS));
            }
        }
    }

    void dieAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            synchronized (this) {
                wrong.add("the program ended by itself");
            }
        }
        diedAt = System.currentTimeMillis();
        process.destroyForcibly().waitFor();
        reader.join();
    }

    /// {@return when it was killed, in milliseconds since 1970}
    long diedAt() {
        return diedAt;
    }

    /// {@return which labels it added, and when}
    synchronized Map<Integer, Long> did() {
        return new TreeMap<>(did);
    }

    /// {@return what it said that it should not have}
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }
}
