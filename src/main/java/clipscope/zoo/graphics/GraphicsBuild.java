package clipscope.zoo.graphics;

import clipscope.file.Tree;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.settings.DownloadSettings;
import clipscope.task.Cancellation;
import clipscope.zoo.download.DiskSpace;
import clipscope.zoo.download.DownloadWatch;
import clipscope.zoo.download.RemoteFiles;
import clipscope.zoo.graphics.GraphicsRelease.RemoteLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A build of PyTorch in a folder of the person's, for programs that start from now on.
///
/// It is whole or not there: files come into a folder beside it, which gets its name when the last is
/// unpacked.
/// Each is checked by its length and by the checksum that its packing carries; the server tells no others.
///
/// A start of the engine with it leaves a note for as long as it lasts. One that ends the process leaves the
/// note, and the next start takes the build for processors.
///
/// **Thread:** Immutable; reads and writes files.
///
/// @param folder of all such builds
/// @param settings asked at each download
/// @param environment variables, which may name a proxy
public record GraphicsBuild(
        GraphicsRelease release, Path folder, Supplier<DownloadSettings> settings, Map<String, String> environment) {

    private static final Texts TEXTS = Texts.beside(GraphicsBuild.class);

    private static final int UNPACKED = 3; // times as large as packed, roughly

    /// Where it stands.
    public enum State {
        /// Not here, or not all of it.
        ABSENT,
        /// Used by programs that start from now on.
        READY,
        /// The engine did not come up with it, so it is not used.
        DID_NOT_START
    }

    public GraphicsBuild {
        environment = Map.copyOf(environment);
    }

    /// {@return where it stands}
    public State state() {
        if (!Files.isDirectory(place())) {
            return State.ABSENT;
        }
        return Files.exists(trial()) ? State.DID_NOT_START : State.READY;
    }

    /// {@return the properties by which the engine is told of it, and of the note to leave; none if it is not
    /// to be used}
    public Map<String, String> properties() {
        return state() == State.READY
                ? Map.of(
                        "PYTORCH_LIBRARY_PATH", place().toString(),
                        "PYTORCH_VERSION", release.pytorch(),
                        "PYTORCH_FLAVOR", release.cuda(),
                        "clipscope.torch.trial", trial().toString())
                : Map.of();
    }

    /// Asks the server how many bytes there are to fetch. Nothing is fetched.
    ///
    /// @throws ProblemException if the server does not have it
    public long size(DownloadWatch watch, Cancellation cancelled) throws ProblemException {
        try (RemoteFiles files = files(watch, cancelled)) {
            return sum(release.libraries(files));
        }
    }

    /// Fetches it, from where an earlier try stopped. What there is of other versions is deleted then.
    ///
    /// @param cancelled polled all the time; what has come is kept
    /// @throws ProblemException if it cannot be had
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    public void fetch(DownloadWatch watch, Cancellation cancelled) throws ProblemException {
        Path draft = folder.resolve(release.folder() + ".part");
        try (RemoteFiles files = files(watch, cancelled);
                RemoteFiles.Turn _ = files.turn(folder.resolve("lock"))) {
            if (state() == State.READY) {
                return; // another window brought it meanwhile
            }
            Files.createDirectories(draft);
            watch.step(TEXTS.get("step.asking"));
            List<RemoteLibrary> libraries = release.libraries(files);
            watch.expect(sum(libraries));
            DiskSpace.HERE.require(folder, (1 + UNPACKED) * sum(libraries));
            for (RemoteLibrary library : libraries) {
                fetch(library, files, draft, watch);
            }
            remove();
            Files.move(draft, place(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Deletes it, and what there is of other versions; not what has come of a download that was stopped.
    ///
    /// A program that has it open goes on with it where the system lets files go that are in use.
    ///
    /// @return how many bytes are free now that were not
    /// @throws ProblemException if files cannot be deleted
    public long remove() throws ProblemException {
        long freed = 0;
        try {
            Files.deleteIfExists(trial());
            for (Path each : content(folder)) {
                if (Files.isDirectory(each) && !each.toString().endsWith(".part")) {
                    freed += Tree.delete(each);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        return freed;
    }

    /// Lets the next start try it again.
    ///
    /// @throws ProblemException if the note cannot be deleted
    public void tryAgain() throws ProblemException {
        try {
            Files.deleteIfExists(trial());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void fetch(RemoteLibrary library, RemoteFiles files, Path draft, DownloadWatch watch)
            throws IOException, ProblemException {
        Path whole = draft.resolve(library.name());
        if (Files.exists(whole)) {
            watch.found(library.size().orElse(0));
            return;
        }
        if (!library.packed()) {
            files.fetch(library.address(), library.name(), library.size(), draft);
            return;
        }
        Path packed = draft.resolve(library.name() + ".gz");
        files.fetch(library.address(), library.name() + ".gz", library.size(), draft);
        watch.step(TEXTS.get("step.unpacking", library.name()));
        unpack(packed, whole, library);
    }

    /// The last bytes of a packed file are a checksum of its content, which reading to the end compares.
    private static void unpack(Path packed, Path whole, RemoteLibrary library) throws IOException, ProblemException {
        Path draft = whole.resolveSibling(library.name() + ".unpacking");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), 1 << 16)) {
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            Files.delete(packed); // comes anew the next time
            throw new ProblemException(
                    new Problem.BadDownload(library.address().toString(), TEXTS.get("packing.broken")), e);
        }
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(packed);
    }

    private RemoteFiles files(DownloadWatch watch, Cancellation cancelled) {
        return RemoteFiles.open(settings.get(), environment, folder, watch, cancelled);
    }

    private static long sum(List<RemoteLibrary> libraries) {
        return libraries.stream().mapToLong(each -> each.size().orElse(0)).sum();
    }

    private Path place() {
        return folder.resolve(release.folder());
    }

    private Path trial() {
        return folder.resolve(release.folder() + ".starting");
    }

    private ProblemException unwritable(IOException e) {
        return new ProblemException(new Problem.UnwritableFile(folder, WholeFile.reason(e)), e);
    }

    private static List<Path> content(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
