package clipscope.cli.desk;

import clipscope.cli.io.CommandIo;
import clipscope.problem.ByteText;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.task.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The state of long work in one line of a terminal, written over again and again.
///
/// Nothing is written where nobody reads along: into a file or a pipe.
///
/// **Thread:** Confined to the command's thread.
public final class ProgressLine {

    private static final long PERIOD = 200_000_000; // ns: five times a second reads well
    private static final String ERASE = "\r\u001b[K"; // to the line's start, then erase to its end (ECMA-48)

    private final PrintWriter out;
    private final JobBoard jobs;
    private final boolean visible;
    private long last = System.nanoTime();

    public ProgressLine(CommandIo io, JobBoard jobs) {
        this.out = io.notes();
        this.visible = io.terminal();
        this.jobs = jobs;
    }

    /// Writes it anew, if that was not done a moment ago.
    public void update() {
        long now = System.nanoTime();
        if (visible && now - last >= PERIOD) {
            last = now;
            List<Job> running = jobs.running();
            out.print(ERASE + running.stream().map(ProgressLine::text).collect(Collectors.joining(" · ")));
            out.flush();
        }
    }

    /// Takes it away.
    public void clear() {
        if (visible) {
            out.print(ERASE);
            out.flush();
        }
    }

    private static String text(Job job) {
        Progress p = job.progress();
        String left = p.timeLeft().map(ProgressLine::seconds).orElse("");
        if (p.total() == 0) {
            return job.title();
        }
        return switch (job.unit()) {
            case THINGS -> "%s: %,d of %,d, %.0f/s%s".formatted(job.title(), p.done(), p.total(), p.perSecond(), left);
            case BYTES ->
                "%s: %s of %s, %s/s%s"
                        .formatted(
                                job.title(),
                                ByteText.of(p.done()),
                                ByteText.of(p.total()),
                                ByteText.of(Math.round(p.perSecond())),
                                left);
        };
    }

    private static String seconds(Duration left) {
        return ", " + Math.max(1, left.toSeconds()) + " s left";
    }
}
