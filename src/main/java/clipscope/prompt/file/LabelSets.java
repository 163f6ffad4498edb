package clipscope.prompt.file;

import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Label lists that a person keeps under a name: a folder of text files, which may be edited and shared.
///
/// **Thread:** Stateless; reads and writes files.
///
/// @param folder need not be there before something is kept
public record LabelSets(Path folder) {

    private static final Texts TEXTS = Texts.beside(LabelSets.class);

    private static final String ENDING = ".txt";
    private static final int LONGEST_NAME = 80;

    /// {@return the names, in alphabetical order; none if the folder cannot be read}
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException _) {
            return List.of(); // whoever opens one of them is told why
        }
    }

    /// {@return the labels of a set}
    ///
    /// @throws ProblemException if it is gone or cannot be read
    public List<String> read(String name) throws ProblemException {
        return LabelFile.lines(file(name));
    }

    /// Keeps labels under a name, instead of what was there under it.
    ///
    /// @throws ProblemException if the name cannot be that of a file, or the file cannot be written
    public void keep(String name, List<String> labels) throws ProblemException {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(folder, WholeFile.reason(e)), e);
        }
        LabelFile.write(file, labels);
    }

    /// Forgets a set.
    public void remove(String name) throws ProblemException {
        Path file = file(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(file, WholeFile.reason(e)), e);
        }
    }

    /// A name must not lead out of the folder, nor be one that some system refuses.
    private Path file(String name) throws ProblemException {
        boolean plain = name.codePoints()
                .allMatch(
                        c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_' || c == '(' || c == ')');
        if (name.isBlank() || !plain || !name.equals(name.strip()) || name.length() > LONGEST_NAME) {
            throw new ProblemException(new Problem.BadInput(name, TEXTS.get("set.name", LONGEST_NAME)));
        }
        return folder.resolve(name + ENDING);
    }
}
