package clipscope.session.image;

import clipscope.image.FolderScan;
import clipscope.image.ImageSource;
import clipscope.problem.Problem;
import clipscope.session.Session;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Takes files and folders into the session, whichever way they came: dropped, pasted, chosen or typed.
///
/// **Thread:** Confined to the owner's thread; folders are looked through on an io thread.
public final class ImageIntake {

    private final Session session;
    private final TaskRunner io;
    private final JobBoard jobs;

    public ImageIntake(Session session, TaskRunner io, JobBoard jobs) {
        this.session = session;
        this.io = io;
        this.jobs = jobs;
    }

    /// What came of adding files and folders.
    ///
    /// @param images how many images were added
    /// @param problems folders that could not be looked through
    public record Added(int images, List<Problem> problems) {

        public Added {
            problems = List.copyOf(problems);
        }
    }

    /// Looks through the folders and adds what is found. Files given by name are added whatever they are
    /// called.
    ///
    /// @param onAdded called once, unless the looking was cancelled
    public void add(List<Path> filesAndFolders, Consumer<? super Added> onAdded) {
        TaskRunner.Handle[] handle = {TaskRunner.Handle.NONE};
        Job[] job = new Job[1];
        job[0] = jobs.start("Looking for images", () -> {
            handle[0].cancel();
            jobs.finish(job[0]);
        });
        handle[0] = io.<FolderScan.Found>submit(
                cancelled -> FolderScan.scan(filesAndFolders, cancelled::requested), outcome -> {
                    jobs.finish(job[0]);
                    onAdded.accept(added(outcome));
                });
    }

    /// Adds pictures that are in memory already.
    public void add(List<? extends ImageSource> pictures) {
        session.addImages(pictures);
    }

    private Added added(Outcome<FolderScan.Found> outcome) {
        return switch (outcome) {
            case Outcome.Done(FolderScan.Found found) -> {
                session.addImages(found.images());
                yield new Added(found.images().size(), found.problems());
            }
            case Outcome.Failed(Throwable cause) -> new Added(0, List.of(Problem.of(cause)));
        };
    }
}
