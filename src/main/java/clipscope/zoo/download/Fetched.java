package clipscope.zoo.download;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.Shelf;
import clipscope.zoo.ShelfModel;
import java.nio.file.Path;
import java.util.Optional;

/// What came of a download.
public sealed interface Fetched extends AutoCloseable {

    /// {@return where the model's files are now}
    Path location();

    /// Puts the model on the shelf. Whoever calls has seen that it works.
    ///
    /// @throws ProblemException if files cannot be written
    ShelfModel adopt() throws ProblemException;

    /// Deletes what came if its files are why it cannot be used; a machine that has no memory left, say, may
    /// use it another time.
    ///
    /// @throws ProblemException if files cannot be deleted
    default void refuse(Problem problem) throws ProblemException {
        switch (problem) {
            case Problem.NotAModel _,
                    Problem.UnsupportedModel _,
                    Problem.BadModelFile _,
                    Problem.MissingFile _,
                    Problem.NotANumber _,
                    Problem.NoDirection _ -> discard();
            default -> {} // nothing is wrong with it
        }
    }

    /// Deletes what came: it is no model that can be used.
    ///
    /// @throws ProblemException if files cannot be deleted
    void discard() throws ProblemException;

    /// Lets others go on. What came and was neither adopted nor discarded stays for another time.
    @Override
    void close();

    /// It was on the shelf already.
    record OnShelf(ShelfModel model) implements Fetched {

        @Override
        public Path location() {
            return model.location();
        }

        @Override
        public ShelfModel adopt() {
            return model;
        }

        @Override
        public void discard() {
            // it is the person's, who can remove it
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /// It lies in the cache of Hugging Face's own programs, and is used there.
    record InCache(Path location, String name, Shelf shelf) implements Fetched {

        @Override
        public ShelfModel adopt() throws ProblemException {
            if (shelf.find(name).isPresent()) { // it changed, or its files are gone
                shelf.remove(name);
            }
            return shelf.take(location, Optional.of(name), ShelfModel.Kind.IN_PLACE, Cancellation.NEVER);
        }

        @Override
        public void discard() {
            // it is another program's
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /// All its files have come.
    final class Draft implements Fetched {

        private final Path folder;
        private final String name;
        private final Shelf shelf;
        private final ModelLock lock;

        Draft(Path folder, String name, Shelf shelf, ModelLock lock) {
            this.folder = folder;
            this.name = name;
            this.shelf = shelf;
            this.lock = lock;
        }

        @Override
        public Path location() {
            return folder;
        }

        @Override
        public ShelfModel adopt() throws ProblemException {
            return shelf.adopt(folder, name);
        }

        @Override
        public void discard() throws ProblemException {
            Downloads.delete(folder);
        }

        @Override
        public void close() {
            lock.close();
        }
    }
}
