package clipscope.cli.bench;

import clipscope.bench.BenchReport;

/// How measurements are written.
enum BenchFormat {
    TEXT,
    JSON;

    String write(BenchReport report) {
        return switch (this) {
            case TEXT -> BenchText.of(report);
            case JSON -> BenchJson.of(report);
        };
    }
}
