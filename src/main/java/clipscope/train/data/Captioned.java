package clipscope.train.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a folder says about its pictures, before any is opened.
///
/// **Thread:** Confined to the thread that made it.
final class Captioned {

    private final Map<Path, List<String>> captions = new LinkedHashMap<>();
    private final List<DataProblem> problems = new ArrayList<>();

    /// Notes a picture, whether it has captions or not.
    void picture(Path file) {
        captions.computeIfAbsent(file, _ -> new ArrayList<>());
    }

    /// Notes a caption of a picture, or that it is empty.
    void caption(Path file, String text) {
        picture(file);
        String plain = text.strip();
        if (plain.isEmpty()) {
            problem(new DataProblem.EmptyCaption(file));
        } else {
            captions.computeIfAbsent(file, _ -> new ArrayList<>()).add(plain);
        }
    }

    void problem(DataProblem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    Map<Path, List<String>> captions() {
        return captions;
    }

    List<DataProblem> problems() {
        return problems;
    }
}
