package clipscope.train.own;

import clipscope.file.ReadFault;
import clipscope.file.WholeFile;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The two tables of a training: what its steps showed, and what its examinations did. They are written
/// before each checkpoint; a training that goes on from one drops what came after it.
///
/// **Thread:** Confined to the thread that learns.
final class CourseRecord {

    private static final String LEARNED = "learned.csv";
    private static final String EXAMINED = "examined.csv";

    /// The names of the tables.
    static final Set<String> TABLES = Set.of(LEARNED, EXAMINED);

    private final Path folder;
    private final NavigableMap<Integer, String> learned = new TreeMap<>();
    private final NavigableMap<Integer, Retrieval> examined = new TreeMap<>();

    private CourseRecord(Path folder) {
        this.folder = folder;
    }

    /// {@return what is known of the steps that are done}
    ///
    /// @throws ProblemException if the tables cannot be read
    static CourseRecord until(int step, Path folder) throws ProblemException {
        CourseRecord records = new CourseRecord(folder);
        for (List<String> row : rows(folder.resolve(LEARNED))) {
            records.learned.put(number(row), String.join(",", row));
        }
        for (List<String> row : rows(folder.resolve(EXAMINED))) {
            records.examined.put(
                    number(row),
                    Retrieval.of(row.stream().skip(1).map(Double::parseDouble).toList()));
        }
        records.learned.tailMap(step, false).clear();
        records.examined.tailMap(step, false).clear();
        return records;
    }

    private static int number(List<String> row) {
        return Integer.parseInt(row.getFirst());
    }

    private static List<List<String>> rows(Path table) throws ProblemException {
        if (!Files.exists(table)) {
            return List.of();
        }
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(table, ReadFault.reason(e)), e);
        }
    }

    void add(Progress progress) {
        learned.put(progress.step(), progress.row());
    }

    void add(int step, Retrieval retrieval) {
        examined.put(step, retrieval);
    }

    /// {@return the step of the best examination after the first; the latest of equals}
    int bestStep() {
        int best = 0;
        for (int step : examined.tailMap(1, true).navigableKeySet()) {
            best = best == 0 || at(step).compareTo(at(best)) >= 0 ? step : best;
        }
        return best;
    }

    /// {@return what was found at a step at which was examined, the start's at 0}
    Retrieval at(int step) {
        Retrieval there = examined.get(step);
        if (there == null) {
            throw new IllegalArgumentException("no examination at step " + step);
        }
        return there;
    }

    NavigableMap<Integer, Retrieval> examined() {
        return examined;
    }

    /// {@return the loss of each report, by its step}
    NavigableMap<Integer, Double> losses() {
        NavigableMap<Integer, Double> losses = new TreeMap<>();
        learned.forEach((step, row) -> losses.put(step, Double.parseDouble(row.split(",", -1)[1])));
        return losses;
    }

    /// Writes both tables.
    ///
    /// @throws ProblemException if they cannot be written
    void write() throws ProblemException {
        WholeFile.write(
                folder.resolve(LEARNED),
                text(Progress.COLUMNS, learned.values().stream().toList()));
        WholeFile.write(
                folder.resolve(EXAMINED),
                text(
                        Retrieval.COLUMNS,
                        examined.entrySet().stream()
                                .map(each -> each.getValue().row(each.getKey()))
                                .toList()));
    }

    private static String text(String columns, List<String> rows) {
        return columns + "\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n");
    }
}
