package clipscope.cli.models;

import clipscope.cli.desk.ProgressLine;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.certificate.Certificate;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.task.Job;
import clipscope.task.JobBoard;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.download.DownloadWatch;
import clipscope.zoo.download.Fetched;
import clipscope.zoo.download.JobWatch;
import clipscope.zoo.download.Zoo;
import java.nio.file.Path;

/// Fetches a model, tests it, and puts it on the shelf.
///
/// **Thread:** Confined to the command's thread.
final class ModelDownload {

    private final Zoo zoo;
    private final CommandIo io;

    ModelDownload(Zoo zoo, CommandIo io) {
        this.zoo = zoo;
        this.io = io;
    }

    /// Tests a model that came.
    @FunctionalInterface
    interface Tester {

        Certificate test(Path location) throws ProblemException;
    }

    /// {@return the exit status of fetching what is meant by a word}
    int run(String asked, Tester tester) throws ProblemException {
        CatalogueModel model = zoo.find(asked);
        try (Fetched fetched = fetch(model)) {
            if (fetched instanceof Fetched.OnShelf) {
                io.note("%s is here already".formatted(model.id()));
            } else {
                Certificate certificate = certificate(fetched, tester);
                if (!certificate.passed()) {
                    fetched.discard();
                    io.results().print(CertificateFormat.TEXT.write(certificate));
                    io.note("%s was not kept: a test failed".formatted(model.id()));
                    return ExitStatus.INCOMPLETE;
                }
            }
            io.results().println(fetched.adopt().name());
            if (fetched instanceof Fetched.InCache(Path place, var _, var _)) {
                io.note("nothing was downloaded: %s is used where it is".formatted(place));
            }
            return ExitStatus.DONE;
        }
    }

    private static Certificate certificate(Fetched fetched, Tester tester) throws ProblemException {
        try {
            return tester.test(fetched.location());
        } catch (ProblemException e) {
            fetched.refuse(e.problem());
            throw e;
        }
    }

    private Fetched fetch(CatalogueModel model) throws ProblemException {
        JobBoard board = new JobBoard(System::nanoTime);
        Job job = board.startFetching(model.id(), () -> {});
        ProgressLine progress = new ProgressLine(io, board);
        DownloadWatch watch = new JobWatch(job, _ -> progress.update(), progress::update);
        try {
            return zoo.downloads().fetch(model, watch, Cancellation.NEVER);
        } finally {
            progress.clear();
        }
    }
}
