package clipscope.cli.bench;

import clipscope.bench.BenchReport;
import clipscope.bench.BenchReport.Encoding;
import clipscope.bench.BenchReport.Preparing;
import clipscope.bench.BenchReport.Rate;
import java.util.List;
import java.util.Locale;

/// Measurements as tables for a terminal.
final class BenchText {

    private final StringBuilder text = new StringBuilder();

    private BenchText() {}

    static String of(BenchReport report) {
        BenchText writer = new BenchText();
        writer.write(report);
        return writer.text.toString();
    }

    private void write(BenchReport report) {
        line("%s (%s)".formatted(report.model(), report.architecture()));
        line(String.format(
                Locale.ROOT,
                "%s, %d processors, %s, Java %s",
                report.machine().processor(),
                report.machine().processors(),
                report.machine().system(),
                report.machine().java()));
        for (Encoding encoding : report.encodings()) {
            line("");
            line(String.format(
                    Locale.ROOT,
                    "%s, loaded in %.0f ms, first picture after another %.0f ms",
                    encoding.precision(),
                    1000 * encoding.opening().loadSeconds(),
                    1000 * encoding.opening().firstImageSeconds()));
            rates("images", encoding.images());
            rates("texts", encoding.texts());
            line(String.format(
                    Locale.ROOT, "  JPEG files of 2 MP to embeddings: %.1f/s", encoding.pipelinePerSecond()));
            encoding.prompts()
                    .ifPresent(prompts -> line(String.format(
                            Locale.ROOT,
                            "  labels in 80 templates: %.0f prompts/s, %.2f of the time of fp32 at full context (%.0f/s)",
                            prompts.perSecond(),
                            prompts.share(),
                            prompts.paddedPerSecond())));
        }
        line("");
        line("preparing pictures    exact/s  reduced/s   (one core)");
        for (Preparing each : report.preparing()) {
            line(String.format(
                    Locale.ROOT,
                    "  %-18s %8.1f %10.1f",
                    each.picture(),
                    each.exactPerSecond(),
                    each.reducedPerSecond()));
        }
        report.peakMemoryBytes().ifPresent(bytes -> line("\npeak memory %,d MB".formatted(bytes / 1_000_000)));
    }

    private void rates(String what, List<Rate> rates) {
        if (!rates.isEmpty()) {
            line("  batch  %7s/s     limit   share   ms a batch".formatted(what));
        }
        for (Rate rate : rates) {
            line(String.format(
                    Locale.ROOT,
                    "  %5d  %9.1f %9.1f   %4.0f %%   %10.1f",
                    rate.batch(),
                    rate.perSecond(),
                    rate.limit(),
                    100 * rate.share(),
                    rate.milliseconds()));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
