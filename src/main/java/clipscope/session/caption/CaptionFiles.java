package clipscope.session.caption;

import clipscope.file.TextFile;
import clipscope.file.TextTable;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads captions: a table of files and sentences, or a text file beside each image.
///
/// **Source:** RFC 4180 for tables; a tab, a semicolon or a vertical bar may stand for the comma.
public final class CaptionFiles {

    private static final Set<String> IMAGE_NAMES =
            Set.of("image", "file", "filename", "file_name", "filepath", "path", "image_name", "image_path");
    private static final Set<String> TEXT_NAMES = Set.of("caption", "text", "comment", "title", "sentence", "prompt");

    private CaptionFiles() {}

    /// Reads a table. A first line with the names of the columns says which they are; without one they are
    /// the first two.
    ///
    /// @return in the order of the file; lines without a file or a sentence are left out
    /// @throws ProblemException if the file cannot be read as text
    public static List<Caption> table(Path file) throws ProblemException {
        return table(TextFile.read(file, TextFile.LONG));
    }

    /// Reads a table as [#table(Path)] does, with the lines that lack a sentence.
    ///
    /// @throws ProblemException if the file cannot be read as text
    public static List<Caption> everyLine(Path file) throws ProblemException {
        return everyLine(TextFile.read(file, TextFile.LONG));
    }

    static List<Caption> table(String text) {
        return everyLine(text).stream()
                .filter(caption -> !caption.text().isEmpty())
                .toList();
    }

    private static List<Caption> everyLine(String text) {
        List<List<String>> lines = TextTable.rows(text);
        if (lines.isEmpty()) {
            return List.of();
        }
        int image = column(lines.getFirst(), IMAGE_NAMES);
        int sentence = column(lines.getFirst(), TEXT_NAMES);
        boolean named = image >= 0 && sentence >= 0;
        int file = named ? image : 0;
        int words = named ? sentence : 1;
        return lines.stream()
                .skip(named ? 1 : 0)
                .filter(fields -> fields.size() > Math.max(file, words))
                .map(fields ->
                        new Caption(fields.get(file).strip(), fields.get(words).strip()))
                .filter(caption -> !caption.image().isEmpty())
                .toList();
    }

    /// {@return the captions in the text file of the same name beside an image, one each line; none without
    /// such a file}
    ///
    /// @throws ProblemException if there is one that cannot be read as text
    public static List<String> beside(Path image) throws ProblemException {
        Path text = textOf(image);
        return Files.isRegularFile(text)
                ? TextFile.lines(text, TextFile.SHORT).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
    }

    /// {@return where the text file of an image is, if it has one}
    public static Path textOf(Path image) {
        String name = String.valueOf(image.getFileName());
        int dot = name.lastIndexOf('.');
        return image.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".txt");
    }

    private static int column(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }
}
