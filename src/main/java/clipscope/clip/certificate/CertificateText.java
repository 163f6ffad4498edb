package clipscope.clip.certificate;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.language.Texts;

/// A certificate as plain text, to be read in a terminal or pasted into a report.
public final class CertificateText {

    private static final Texts TEXTS = Texts.beside(CertificateText.class);

    private CertificateText() {}

    /// {@return the lines in columns, section by section, and the verdict}
    public static String of(Certificate certificate) {
        StringBuilder text = new StringBuilder();
        for (Section section : certificate.sections()) {
            append(text, section);
        }
        return text.append(verdict(certificate)).append('\n').toString();
    }

    /// {@return what the marks come to, in a sentence}
    public static String verdict(Certificate certificate) {
        long failed = certificate.count(Mark.FAILED);
        long passed = certificate.count(Mark.PASSED);
        long assumed = certificate.count(Mark.ASSUMED);
        String tests =
                failed > 0 ? TEXTS.get("verdict.failed", failed, failed + passed) : TEXTS.get("verdict.passed", passed);
        return assumed == 0 ? tests : TEXTS.get("verdict.assumed", tests, assumed);
    }

    private static void append(StringBuilder text, Section section) {
        int name = width(section, true);
        int value = width(section, false);
        text.append(section.title()).append('\n');
        for (Line line : section.lines()) {
            String columns =
                    "  %s  %s  %s".formatted(padded(line.name(), name), padded(line.value(), value), remark(line));
            text.append(columns.stripTrailing()).append('\n');
        }
        text.append('\n');
    }

    private static String remark(Line line) {
        String word = line.mark().word();
        return word.isEmpty() || line.note().isEmpty() ? word + line.note() : TEXTS.get("remark", word, line.note());
    }

    private static int width(Section section, boolean ofNames) {
        return section.lines().stream()
                .mapToInt(line -> (ofNames ? line.name() : line.value()).length())
                .filter(length -> length <= 48) // one long value would push all remarks away
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
