package clipscope.clip.certificate;

import java.util.List;
import java.util.stream.Stream;

/// All that is known of a model, line by line.
///
/// **Thread:** Immutable.
///
/// @param model its name
/// @param sections in the order to be shown
public record Certificate(String model, List<Section> sections) {

    /// The title of the section with what two files say differently.
    public static final String DISAGREEMENTS = "Where its files disagree";

    public Certificate {
        sections = List.copyOf(sections);
    }

    /// Lines that belong together.
    public record Section(String title, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
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
        ASSUMED("assumed"),
        /// A test that was passed.
        PASSED("passed"),
        /// Something to know, which does not make the model's numbers wrong.
        NOTED("note"),
        /// A test that failed: the model's numbers cannot be trusted.
        FAILED("FAILED");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /// {@return the mark as it is shown; empty for what needs no word}
        public String word() {
            return word;
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
