package clipscope.session.image;

import clipscope.image.FolderScan;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.session.Session;
import clipscope.session.model.Arrivals;
import clipscope.task.Cancellation;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes files and folders into the session, whichever way they came: dropped, pasted, chosen or typed.
///
/// **Thread:** Confined to the owner's thread; folders are looked through on an io thread.
public final class ImageIntake {

    private static final Texts TEXTS = Texts.beside(ImageIntake.class);

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
    /// @param known how many were left out, since the session has them already
    /// @param models what is no picture but a model, to be opened by whoever asked
    /// @param problems folders that could not be looked through
    public record Added(int images, int known, List<Path> models, List<Problem> problems) {

        public Added {
            models = List.copyOf(models);
            problems = List.copyOf(problems);
        }
    }

    /// What was found by looking.
    private record Looked(Arrivals arrivals, FolderScan.Found found) {}

    /// Looks through the folders and adds what is found. Files given by name are added whatever they are
    /// called.
    ///
    /// @param onAdded called once, unless the looking was cancelled
    public void add(List<Path> filesAndFolders, Consumer<? super Added> onAdded) {
        add(() -> Arrivals.picturesOnly(filesAndFolders), Function.identity(), onAdded);
    }

    /// Does the same, but leaves models among them to whoever asked, and adds no file that the session has:
    /// who drops a folder again wants what is new in it.
    ///
    /// @param onAdded called once, unless the looking was cancelled
    public void sortAndAdd(List<Path> filesAndFolders, Consumer<? super Added> onAdded) {
        add(() -> Arrivals.sorted(filesAndFolders), this::unknown, onAdded);
    }

    private List<ImageSource.OfFile> unknown(List<ImageSource.OfFile> found) {
        Set<ImageSource> known = session.document().images().stream()
                .map(session::source)
                .collect(Collectors.toCollection(HashSet::new));
        return found.stream().filter(known::add).toList();
    }

    private void add(
            Supplier<Arrivals> sorting,
            Function<List<ImageSource.OfFile>, List<ImageSource.OfFile>> choosing,
            Consumer<? super Added> onAdded) {
        TaskRunner.Handle[] handle = {TaskRunner.Handle.NONE};
        Job[] job = new Job[1];
        job[0] = jobs.start(TEXTS.get("job.look"), () -> {
            handle[0].cancel();
            jobs.finish(job[0]);
        });
        handle[0] = io.<Looked>submit(cancelled -> look(sorting.get(), cancelled), outcome -> {
            jobs.finish(job[0]);
            onAdded.accept(added(outcome, choosing));
        });
    }

    private static Looked look(Arrivals arrivals, Cancellation cancelled) {
        return new Looked(arrivals, FolderScan.scan(arrivals.others(), cancelled::requested));
    }

    /// Adds pictures that are in memory already.
    public void add(List<? extends ImageSource> pictures) {
        session.addImages(pictures);
    }

    private Added added(
            Outcome<Looked> outcome, Function<List<ImageSource.OfFile>, List<ImageSource.OfFile>> choosing) {
        return switch (outcome) {
            case Outcome.Done(Looked(Arrivals arrivals, FolderScan.Found found)) -> {
                List<ImageSource.OfFile> chosen = choosing.apply(found.images());
                session.addImages(chosen);
                yield new Added(
                        chosen.size(), found.images().size() - chosen.size(), arrivals.models(), found.problems());
            }
            case Outcome.Failed(Throwable cause) -> new Added(0, 0, List.of(), List.of(Problem.of(cause)));
        };
    }
}
