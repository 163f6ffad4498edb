package clipscope.zoo.download;

import clipscope.clip.layout.ModelPlans;
import clipscope.file.Tree;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.settings.DownloadSettings;
import clipscope.task.Cancellation;
import clipscope.zoo.Shelf;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The face of downloads: fetches whole models beside the shelf, and lets only whole ones onto it.
///
/// What has come of a model lies in a folder of its own until all of it is there, checked and tested. A
/// download that was paused, or whose program died, goes on where it was.
///
/// **Thread:** Immutable; waits for other machines, so not for a thread on which anybody waits.
public final class Downloads {

    private static final Texts TEXTS = Texts.beside(Downloads.class);

    private final Shelf shelf;
    private final Supplier<DownloadSettings> settings;
    private final HubCache cache;
    private final Outside outside;

    /// The world around: a test has one of its own.
    ///
    /// @param environment variables
    /// @param home the person's folder
    record Outside(Map<String, String> environment, Path home, Patience patience, DiskSpace space) {}

    /// Downloads to a shelf, from the hub of the environment or of the settings.
    ///
    /// @param settings asked at each download
    public Downloads(Shelf shelf, Supplier<DownloadSettings> settings, Map<String, String> environment, Path home) {
        this(
                shelf,
                settings,
                HubCache.of(environment, home),
                new Outside(environment, home, Patience.USUAL, DiskSpace.HERE));
    }

    Downloads(Shelf shelf, Supplier<DownloadSettings> settings, HubCache cache, Outside outside) {
        this.shelf = shelf;
        this.settings = settings;
        this.cache = cache;
        this.outside = outside;
    }

    /// {@return what is used of the settings, and what the environment has instead}
    public NetUse use() {
        return NetUse.of(settings.get(), outside.environment(), outside.home());
    }

    /// {@return where the cache of Hugging Face's own programs has a model}
    public Optional<Path> inCache(CatalogueModel model) {
        return model.source() instanceof ModelSource.Repo repo ? cache.find(repo) : Optional.empty();
    }

    /// {@return whether some of a model has come already}
    public boolean begun(String id) {
        return Files.exists(draft(id).resolve(Manifest.FILE));
    }

    /// Fetches a model, from where it stopped if it was begun. Whoever calls tests what came, adopts or
    /// discards it, and closes it.
    ///
    /// @param cancelled polled all the time; what has come is kept
    /// @throws ProblemException if it cannot be had
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    public Fetched fetch(CatalogueModel model, DownloadWatch watch, Cancellation cancelled) throws ProblemException {
        ModelLock lock = ModelLock.take(
                drafts().resolve(model.id() + ".lock"), outside.patience().pause(), watch, cancelled);
        boolean handedOver = false;
        try {
            Optional<ShelfModel> there =
                    shelf.find(model.id()).filter(known -> known.state() == ShelfModel.State.AS_IT_CAME);
            if (there.isPresent()) {
                return new Fetched.OnShelf(there.get());
            }
            Optional<Path> cached = inCache(model);
            if (cached.isPresent()) {
                return new Fetched.InCache(cached.get(), model.id(), shelf);
            }
            shelf.takeBack(model.id(), draft(model.id()), Manifest.FILE);
            fetchFiles(model, watch, cancelled);
            handedOver = true;
            return new Fetched.Draft(draft(model.id()), model.id(), shelf, lock);
        } finally {
            if (!handedOver) {
                lock.close();
            }
        }
    }

    /// Deletes what has come of a model, unless another window is at it.
    ///
    /// @throws ProblemException if files cannot be deleted
    public void forget(String id) throws ProblemException {
        Optional<ModelLock> lock = ModelLock.tryTake(drafts().resolve(id + ".lock"));
        if (lock.isPresent()) {
            try (ModelLock _ = lock.get()) {
                delete(draft(id));
            }
        }
    }

    private void fetchFiles(CatalogueModel model, DownloadWatch watch, Cancellation cancelled) throws ProblemException {
        Path folder = draft(model.id());
        Patience patience = outside.patience();
        DownloadSettings now = settings.get();
        Hub hub = Hub.of(now, outside.environment(), outside.home());
        try (Web web = new Web(hub, patience, NetUse.withProxy(now, outside.environment()))) {
            List<WantedFile> files = Manifest.read(folder, model.source()).orElse(List.of());
            if (files.isEmpty()) {
                watch.step(TEXTS.get("step.asking"));
                Retries retries = new Retries(patience.pause(), watch, cancelled);
                files = new Listing(hub, web, retries, cancelled).of(model.source());
                Manifest.write(folder, model.source(), files);
            }
            files.forEach(file -> watch.expect(file.size().orElse(0)));
            requireSpace(folder, files);
            FileFetch fetch = new FileFetch(web, patience, outside.space(), watch, cancelled);
            for (WantedFile file : smallFirst(files)) {
                if (FileChoice.isWeights(file.name())) {
                    requireSupported(folder);
                }
                fetch.fetch(file, folder);
            }
        }
    }

    /// What a model is stands in its small files.
    private static List<WantedFile> smallFirst(List<WantedFile> files) {
        return files.stream()
                .sorted(Comparator.comparing((WantedFile file) -> FileChoice.isWeights(file.name()))
                        .thenComparingLong(file -> file.size().orElse(Long.MAX_VALUE)))
                .toList();
    }

    /// @throws ProblemException if the small files say that ClipScope does not run the model
    private static void requireSupported(Path folder) throws ProblemException {
        try {
            ModelPlans.read(folder);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.UnsupportedModel) {
                throw e;
            }
            // there are no weights yet
        }
    }

    private void requireSpace(Path folder, List<WantedFile> files) throws ProblemException {
        long more = 0;
        for (WantedFile file : files) {
            more += Math.max(0, file.size().orElse(0) - come(folder, file.name()));
        }
        outside.space().require(folder, more);
    }

    private static long come(Path folder, String name) {
        try {
            Path whole = folder.resolve(name);
            Path part = folder.resolve(name + ".part");
            return Files.exists(whole) ? Files.size(whole) : Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private Path drafts() {
        return shelf.folder().resolve(".downloads");
    }

    private Path draft(String id) {
        return drafts().resolve(id);
    }

    static void delete(Path folder) throws ProblemException {
        try {
            Tree.delete(folder);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(folder, WholeFile.reason(e)), e);
        }
    }
}
