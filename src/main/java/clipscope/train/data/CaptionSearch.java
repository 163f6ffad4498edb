package clipscope.train.data;

import clipscope.image.FolderScan;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.problem.ProblemText;
import clipscope.prompt.PromptTemplate;
import clipscope.session.caption.Caption;
import clipscope.session.caption.CaptionFiles;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out from a folder itself how it says what is in its pictures: by a table that names some of them,
/// else by text files beside them, else by the names of the folders they lie in.
///
/// **Thread:** Confined to the thread that made it.
final class CaptionSearch {

    private static final Texts TEXTS = Texts.beside(CaptionSearch.class);

    private final Path folder;
    private final List<PromptTemplate> templates;
    private final List<Path> pictures;
    private final Set<Path> paths;
    private final Map<String, Path> names = new HashMap<>(); // of the files of which only one has the name
    private final Captioned found = new Captioned();

    CaptionSearch(Path folder, List<PromptTemplate> templates, Cancellation cancelled) {
        this.folder = folder;
        this.templates = templates;
        FolderScan.Found scan = FolderScan.scan(List.of(folder), cancelled::requested);
        this.pictures = scan.images().stream().map(ImageSource.OfFile::path).toList();
        this.paths = Set.copyOf(pictures);
        Map<String, List<Path>> named =
                pictures.stream().collect(Collectors.groupingBy(each -> String.valueOf(each.getFileName())));
        named.forEach((name, files) -> {
            if (files.size() == 1) {
                names.put(name, files.getFirst());
            }
        });
        for (Problem problem : scan.problems()) {
            found.problem(new DataProblem.Unreadable(folder, plain(problem)));
        }
    }

    /// What was found.
    record Result(DataForm form, Captioned captioned) {}

    /// {@return the captions of all pictures}
    ///
    /// @throws ProblemException if there are no pictures, or nothing says what is in them
    Result run() throws ProblemException {
        if (pictures.isEmpty()) {
            throw bad(TEXTS.get("folder.empty"));
        }
        pictures.forEach(found::picture);
        Map<Path, List<Caption>> tables = tables();
        if (!tables.isEmpty()) {
            tables.forEach(this::take);
            return new Result(DataForm.TABLE, found);
        }
        if (sidecars()) {
            return new Result(DataForm.SIDECARS, found);
        }
        if (pictures.stream().anyMatch(each -> !inRoot(each))) {
            pictures.stream().filter(each -> !inRoot(each)).forEach(this::label);
            return new Result(DataForm.FOLDERS, found);
        }
        throw bad(TEXTS.get("folder.silent"));
    }

    /// {@return the label that a picture has by its folder}
    static String labelOf(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        String name = parent == null ? "" : String.valueOf(parent.getFileName());
        return name.replace('_', ' ').replace('-', ' ').strip();
    }

    private void label(Path file) {
        String label = labelOf(file);
        templates.forEach(template -> found.caption(file, template.fill(label)));
    }

    /// {@return the lines of those tables in the folder that name at least one picture}
    private Map<Path, List<Caption>> tables() throws ProblemException {
        Map<Path, List<Caption>> tables = new LinkedHashMap<>();
        for (Path file : files()) {
            List<Caption> lines = CaptionFiles.everyLine(file);
            if (lines.stream().anyMatch(line -> picture(line.image()).isPresent())) {
                tables.put(file, lines);
            }
        }
        return tables;
    }

    private List<Path> files() throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                        return name.endsWith(".csv") || name.endsWith(".tsv");
                    })
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(folder, TEXTS.get("folder.unlisted")), e);
        }
    }

    private void take(Path table, List<Caption> lines) {
        for (Caption line : lines) {
            picture(line.image())
                    .ifPresentOrElse(
                            file -> found.caption(file, line.text()),
                            () -> found.problem(new DataProblem.NoPicture(table, line.image())));
        }
    }

    /// {@return the picture of a name: a path from the folder, or a file's name alone}
    private Optional<Path> picture(String name) {
        try {
            Path path = folder.resolve(name.replace('\\', '/')).normalize();
            return paths.contains(path) ? Optional.of(path) : Optional.ofNullable(names.get(name));
        } catch (InvalidPathException _) {
            return Optional.empty(); // a name that no file can have
        }
    }

    private boolean sidecars() {
        boolean any = false;
        for (Path file : pictures) {
            try {
                List<String> lines = CaptionFiles.beside(file);
                lines.forEach(line -> found.caption(file, line));
                boolean there = Files.isRegularFile(CaptionFiles.textOf(file));
                any |= there;
                if (there && lines.isEmpty()) {
                    found.problem(new DataProblem.EmptyCaption(file));
                }
            } catch (ProblemException e) {
                any = true;
                found.problem(new DataProblem.Unreadable(file, plain(e.problem())));
            }
        }
        return any;
    }

    private boolean inRoot(Path file) {
        return folder.equals(file.getParent());
    }

    private ProblemException bad(String reason) {
        return new ProblemException(new Problem.BadInput(folder.toString(), reason));
    }

    static String plain(Problem problem) {
        String words = ProblemText.of(problem);
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
