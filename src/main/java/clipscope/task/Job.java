package clipscope.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// A long job as the status line shows it: a count, a rate, the time left, and a way to stop it.
///
/// Whoever shows it asks for [#progress()] a few times a second; nothing is sent.
///
/// **Thread:** Thread-safe.
public final class Job {

    // a rate over five seconds is steady and still honest, unless few things were done in them
    private static final long SHORT_WINDOW = 5_000_000_000L; // ns
    private static final long LONG_WINDOW = 60_000_000_000L; // ns
    private static final int ENOUGH_MARKS = 9;

    private final String title;
    private final Unit unit;
    private final Stop stop;
    private final Runnable onStop;
    private final LongSupplier nanoTime;
    private final Deque<long[]> marks = new ArrayDeque<>(); // {time, done}, oldest first

    private long done;
    private long total;

    /// What a job counts.
    public enum Unit {
        THINGS,
        BYTES
    }

    /// What stopping a job means for what it has done.
    public enum Stop {
        /// It is given up, but for what others have already seen of it.
        CANCEL,
        /// It is kept, and the job can go on from there.
        PAUSE
    }

    /// @param title what is going on, as a person reads it: "Encoding images"
    /// @param onStop stops the work; called on the thread of whoever calls [#stop()]
    Job(String title, Unit unit, Stop stop, Runnable onStop, LongSupplier nanoTime) {
        this.title = title;
        this.unit = unit;
        this.stop = stop;
        this.onStop = onStop;
        this.nanoTime = nanoTime;
        marks.add(new long[] {nanoTime.getAsLong(), 0});
    }

    public String title() {
        return title;
    }

    /// {@return what it counts}
    public Unit unit() {
        return unit;
    }

    public synchronized void expect(long more) {
        total += more;
    }

    public synchronized void advance(long count) {
        done += count;
        long now = nanoTime.getAsLong();
        marks.add(new long[] {now, done});
        while (marks.size() > 2 && now - marks.getFirst()[0] > window()) {
            marks.removeFirst();
        }
    }

    private long window() {
        return marks.size() > ENOUGH_MARKS ? SHORT_WINDOW : LONG_WINDOW;
    }

    /// Counts what was done before the job began; the rate is not of it.
    public synchronized void found(long count) {
        done += count;
        marks.forEach(mark -> mark[1] += count);
    }

    public synchronized Progress progress() {
        long[] first = marks.getFirst();
        double seconds = (end() - first[0]) / 1e9;
        long recent = done - first[1];
        return new Progress(done, total, recent == 0 || seconds <= 0 ? 0 : recent / seconds);
    }

    /// {@return the end of the time of which the rate is: that of the last things, so that it is steady
    /// between them, or a later one if the next are overdue}
    private long end() {
        long last = marks.getLast()[0];
        long pause = marks.size() < 2 ? 0 : (last - marks.getFirst()[0]) / (marks.size() - 1);
        return Math.max(last, nanoTime.getAsLong() - pause);
    }

    /// {@return what [#stop()] means}
    public Stop stopping() {
        return stop;
    }

    public void stop() {
        onStop.run();
    }
}
