package clipscope.clip.layout;

import clipscope.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been found out about a model so far, and where two of its files disagree.
///
/// **Thread:** Confined to its owner.
final class FactSheet {

    private static final Texts TEXTS = Texts.beside(FactSheet.class);

    private final List<Fact> facts = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    /// Notes a value that a key gives, or that it has by default.
    void add(String name, Object value, JsonFields fields, String key) {
        if (fields.has(key)) {
            facts.add(new Fact(name, String.valueOf(value), Fact.Origin.READ, fields.where(key)));
        } else {
            assume(name, value, fields.without(key));
        }
    }

    /// Notes a value that a file as a whole gives.
    void read(String name, Object value, Path file) {
        facts.add(new Fact(name, String.valueOf(value), Fact.Origin.READ, String.valueOf(file.getFileName())));
    }

    void assume(String name, Object value, String why) {
        facts.add(new Fact(name, String.valueOf(value), Fact.Origin.ASSUMED, why));
    }

    void derive(String name, Object value, String from) {
        facts.add(new Fact(name, String.valueOf(value), Fact.Origin.DERIVED, from));
    }

    /// Notes that a second file says something else than what is used.
    void conflict(String sentence) {
        conflicts.add(sentence);
    }

    /// Compares a value that is used with what a second file says of it.
    void compare(String name, Object other, String otherSource) {
        Optional<Fact> used =
                facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
        if (used.isPresent() && !used.get().value().equals(String.valueOf(other))) {
            conflict(TEXTS.get(
                    "conflict", name, used.get().value(), used.get().source(), String.valueOf(other), otherSource));
        }
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<String> conflicts() {
        return List.copyOf(conflicts);
    }
}
