package clipscope.session.image;

import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.task.Progress;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The pipeline's entry on the job board: there while there is something to do.
///
/// **Thread:** Confined to the owner's thread.
final class ImageProgress {

    private final JobBoard jobs;
    private final Supplier<String> title;
    private final Runnable onCancel;
    private @Nullable Job job;

    /// @param title asked for when there is something to do again
    ImageProgress(JobBoard jobs, Supplier<String> title, Runnable onCancel) {
        this.jobs = jobs;
        this.title = title;
        this.onCancel = onCancel;
    }

    /// More to do, or less if negative.
    void expect(int more) {
        if (job == null && more > 0) {
            job = jobs.start(title.get(), onCancel);
        }
        if (job != null) {
            job.expect(more);
        }
    }

    void advance(int count) {
        if (job != null) {
            job.advance(count);
        }
    }

    /// {@return how far it is, empty while there is nothing to do}
    Optional<Progress> now() {
        return Optional.ofNullable(job).map(Job::progress);
    }

    void end() {
        if (job != null) {
            jobs.finish(job);
            job = null;
        }
    }
}
