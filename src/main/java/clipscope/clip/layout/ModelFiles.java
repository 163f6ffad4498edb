package clipscope.clip.layout;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder that a person means, and the file in it that they named.
///
/// **Thread:** Immutable.
///
/// @param chosen the file that was named; empty if it was the folder
record ModelFiles(Path folder, Optional<Path> chosen) {

    private static final Texts TEXTS = Texts.beside(ModelFiles.class);

    /// {@return the folder a person means who names it, or a file in it}
    ///
    /// @throws ProblemException if nothing is there
    static ModelFiles at(Path location) throws ProblemException {
        if (!Files.exists(location)) {
            throw new ProblemException(new Problem.MissingFile(location));
        }
        if (Files.isDirectory(location)) {
            return new ModelFiles(location, Optional.empty());
        }
        Path folder = location.getParent();
        return new ModelFiles(folder == null ? Path.of("") : folder, Optional.of(location));
    }

    /// {@return the first of these files that is there}
    ///
    /// @throws ProblemException if there is none, but something else has the name of one
    Optional<Path> first(String... names) throws ProblemException {
        Optional<Path> found = Arrays.stream(names)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        if (found.isEmpty()) {
            for (String name : names) {
                checkFree(folder.resolve(name));
            }
        }
        return found;
    }

    /// @throws ProblemException if something else than a file has that name
    boolean has(String name) throws ProblemException {
        return first(name).isPresent();
    }

    /// A link into a cache that was cleared, say: whoever reads that the file is missing would look for it.
    private static void checkFree(Path place) throws ProblemException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            boolean leads = Files.exists(place);
            throw new ProblemException(
                    new Problem.UnreadableFile(place, TEXTS.get(leads ? "files.other" : "files.link")));
        }
    }

    /// {@return the files whose names end so, in the order of their names}
    List<Path> ending(String suffix) throws ProblemException {
        try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(folder, TEXTS.get("files.unlisted")), e);
        }
    }
}
