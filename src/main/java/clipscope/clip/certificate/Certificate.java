package clipscope.clip.certificate;

import clipscope.language.Texts;
import java.util.List;
import java.util.stream.Stream;

/// All that is known of a model, line by line.
///
/// **Thread:** Immutable.
///
/// @param model its name
/// @param sections in the order to be shown
public record Certificate(String model, List<Section> sections) {

    private static final Texts TEXTS = Texts.beside(Certificate.class);

    public Certificate {
        sections = List.copyOf(sections);
    }

    /// Lines that belong together.
    public record Section(String title, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
        }

        /// {@return whether it holds what two files say differently}
        public boolean disagrees() {
            return title.equals(TEXTS.get("section.conflicts"));
        }
    }

    /// One thing that is known.
    ///
    /// @param note how it is known, or what is wrong with it; may be empty
    public record Line(String name, String value, Mark mark, String note) {}

    /// How much a line can be relied on.
    public enum Mark {
        /// A file says it, or it was counted.
        READ(""),
        /// No file says it; it is what models of this kind have.
        ASSUMED("mark.assumed"),
        /// A test that was passed.
        PASSED("mark.passed"),
        /// Something to know, which does not make the model's numbers wrong.
        NOTED("mark.note"),
        /// A test that failed: the model's numbers cannot be trusted.
        FAILED("mark.failed");

        private final String key;

        Mark(String key) {
            this.key = key;
        }

        /// {@return the mark as it is shown; empty for what needs no word}
        public String word() {
            return this == READ ? "" : TEXTS.get(key);
        }
    }

    /// {@return the certificate with more sections at its end}
    public Certificate with(List<Section> more) {
        return new Certificate(
                model, Stream.concat(sections.stream(), more.stream()).toList());
    }

    /// {@return how many lines have a mark}
    public long count(Mark mark) {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.mark() == mark)
                .count();
    }

    /// {@return whether no test failed}
    public boolean passed() {
        return count(Mark.FAILED) == 0;
    }
}
