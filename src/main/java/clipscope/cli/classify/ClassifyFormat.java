package clipscope.cli.classify;

import java.io.PrintWriter;

/// How the results of `classify` are written.
enum ClassifyFormat {
    /// For people.
    TEXT,

    /// For programs.
    JSON,

    /// For tables.
    CSV;

    ClassifyReport on(PrintWriter out) {
        return switch (this) {
            case TEXT -> new ClassifyReport.Text(out);
            case JSON -> new ClassifyReport.Json(out);
            case CSV -> new ClassifyReport.Csv(out);
        };
    }
}
