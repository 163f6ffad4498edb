package clipscope.ui.classify;

import clipscope.prompt.file.LabelSets;
import clipscope.ui.classify.sets.LabelFiles;
import java.nio.file.Path;
import java.util.Optional;

/// For tests in which nobody reads or writes label lists.
public final class NoFiles {

    public static final LabelFiles HERE = new LabelFiles(
            Optional::empty, Optional::empty, new LabelSets(Path.of("no", "such", "folder")), problem -> {
                throw new AssertionError(problem);
            });

    private NoFiles() {}
}
