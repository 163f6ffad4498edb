package clipscope.zoo;

import clipscope.file.Tree;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.ShelfModel.Kind;
import clipscope.zoo.ShelfModel.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The models that a person has brought to ClipScope, under short names: a folder with a note for each, and a
/// folder of files for each that was copied.
///
/// **Thread:** Immutable; reads and writes files, so not for the JavaFX thread.
///
/// @param folder need not be there before the first model comes
public record Shelf(Path folder) {

    private static final Texts TEXTS = Texts.beside(Shelf.class);

    private static final int LONGEST_NAME = 80;

    /// {@return the models, by name}
    public List<ShelfModel> models() {
        List<ShelfModel> models = new ArrayList<>();
        for (String name : ShelfNote.names(folder)) {
            find(name).ifPresent(models::add);
        }
        return models;
    }

    /// {@return the model of a name, if there is one}
    public Optional<ShelfModel> find(String name) {
        if (!plain(name)) {
            return Optional.empty();
        }
        return ShelfNote.read(folder, name)
                .map(note -> new ShelfModel(name, note.location(), note.kind(), state(note)));
    }

    /// Takes a model in. Whoever calls has seen that it works.
    ///
    /// @param name empty for that of its folder or file
    /// @param kind whether it is copied
    /// @param cancelled polled between pieces of a file; a copy that was not finished leaves nothing behind
    /// @throws ProblemException if the name is taken or cannot be one, or files cannot be read or written
    public ShelfModel take(Path model, Optional<String> name, Kind kind, Cancellation cancelled)
            throws ProblemException {
        Path source = model.toAbsolutePath().normalize();
        String called = name.orElseGet(() -> usualName(source));
        if (!plain(called)) {
            throw new ProblemException(new Problem.BadInput(called, TEXTS.get("name.wrong", LONGEST_NAME)));
        }
        if (find(called).isPresent()) {
            throw new ProblemException(new Problem.BadInput(called, TEXTS.get("name.taken")));
        }
        try {
            Files.createDirectories(folder);
            Path place = kind == Kind.COPIED ? copy(source, called, cancelled) : source;
            note(called, place, kind);
            return new ShelfModel(called, place, kind, State.AS_IT_CAME);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(folder.resolve(called), e);
        }
    }

    /// A copy of which there is no note would be in the way of the next one.
    private void note(String name, Path place, Kind kind) throws ProblemException, IOException {
        boolean noted = false;
        try {
            ShelfNote.of(place, kind).write(folder, name);
            noted = true;
        } finally {
            if (!noted && kind == Kind.COPIED) {
                Tree.delete(folder.resolve(name));
            }
        }
    }

    /// Takes in a folder that was made for the shelf beside it: at once, or not at all. Whoever calls has
    /// seen that it works.
    ///
    /// @param draft on the same disk; it is no longer there afterwards
    /// @throws ProblemException if files cannot be written
    public ShelfModel adopt(Path draft, String name) throws ProblemException {
        Path place = folder.resolve(name);
        try {
            if (find(name).isPresent()) { // it changed, or its files are gone
                remove(name);
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            ShelfNote.of(place, Kind.COPIED).write(folder, name);
            return new ShelfModel(name, place, Kind.COPIED, State.AS_IT_CAME);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(place, e);
        }
    }

    /// Moves back a folder that was adopted but for its note: the program died between the two.
    ///
    /// @param mark a file that such a folder has
    /// @throws ProblemException if it cannot be moved
    public void takeBack(String name, Path draft, String mark) throws ProblemException {
        Path place = folder.resolve(name);
        if (plain(name) && find(name).isEmpty() && Files.exists(place.resolve(mark)) && !Files.exists(draft)) {
            try {
                Files.move(place, draft, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw unwritable(draft, e);
            }
        }
    }

    /// Takes a model off the shelf; its files too if they were copied.
    ///
    /// @return how many bytes that freed
    /// @throws ProblemException if there is none of that name, or its files cannot be deleted
    public long remove(String name) throws ProblemException {
        ShelfModel model =
                find(name).orElseThrow(() -> new ProblemException(new Problem.BadInput(name, TEXTS.get("name.none"))));
        try {
            long freed = 0;
            Path copied = folder.resolve(name);
            if (model.kind() == Kind.COPIED && Files.exists(copied, LinkOption.NOFOLLOW_LINKS)) {
                freed = Tree.delete(copied);
            }
            ShelfNote.delete(folder, name);
            return freed;
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(folder.resolve(name), e);
        }
    }

    /// {@return how many bytes the removal of a model frees: none if its files are the person's own}
    public long frees(String name) {
        return plain(name)
                ? ShelfNote.read(folder, name)
                        .filter(note -> note.kind() == Kind.COPIED)
                        .map(ShelfNote::bytes)
                        .orElse(0L)
                : 0;
    }

    private static ProblemException unwritable(Path place, Exception cause) {
        Throwable reason = cause instanceof UncheckedIOException wrapped ? wrapped.getCause() : cause;
        String words = reason instanceof IOException known ? WholeFile.reason(known) : String.valueOf(reason);
        return new ProblemException(new Problem.UnwritableFile(place, words), cause);
    }

    /// Copies to a draft beside the place, so that half a model is never taken for one.
    private Path copy(Path source, String name, Cancellation cancelled) throws IOException {
        Path draft = Files.createTempDirectory(folder, ".taking");
        try {
            Path target = copyInto(source, draft, cancelled);
            Path place = folder.resolve(name);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            return Files.isDirectory(source) ? place : place.resolve(String.valueOf(target.getFileName()));
        } finally {
            if (Files.exists(draft)) {
                Tree.delete(draft);
            }
        }
    }

    private static State state(ShelfNote note) {
        try {
            return ShelfNote.of(note.location(), note.kind()).equals(note) ? State.AS_IT_CAME : State.CHANGED;
        } catch (NoSuchFileException _) {
            return State.GONE;
        } catch (IOException | UncheckedIOException _) {
            return State.CHANGED; // it can no longer be read as it was
        }
    }

    private static String usualName(Path model) {
        String name = String.valueOf(model.getFileName());
        return Files.isDirectory(model) ? name : name.replaceAll("\\.(pt|bin|safetensors|json)$", "");
    }

    /// A name must not lead out of the folder, nor be hidden in it.
    private static boolean plain(String name) {
        return name.length() <= LONGEST_NAME
                && name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._@+-]*")
                && !name.endsWith(".");
    }

    /// {@return the copy}
    private static Path copyInto(Path source, Path folder, Cancellation cancelled) throws IOException {
        if (!Files.isDirectory(source)) {
            return Files.copy(source, folder.resolve(source.getFileName()));
        }
        for (Path file : files(source)) {
            if (cancelled.requested()) {
                throw new IOException("cancelled");
            }
            Path target = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(file, target);
        }
        return folder;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
