package clipscope.train.world.concept;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a pictograph shows, whoever drew it.
///
/// **Thread:** Immutable.
///
/// @param id its code points in hexadecimal, joined by hyphens: `1f98a`
/// @param names what it is called, the usual name first; in lower case
/// @param kinds what it is one of many of: `animal`, `fruit`
/// @param group where the icon sets list it: `Animals & Nature`
/// @param words all words of its names and kinds
public record Concept(String id, List<String> names, List<String> kinds, String group, Set<String> words) {

    private static final Set<String> COLOURS = Set.of(
            "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "grey", "gray",
            "polar", "rainbow", "flag", "light", "dark");

    public Concept {
        words = Set.copyOf(words);
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no name for " + id);
        }
    }

    /// {@return its usual name}
    public String name() {
        return names.getFirst();
    }

    /// Makes a concept.
    public static Concept of(String id, List<String> names, List<String> kinds, String group) {
        Set<String> words = new HashSet<>();
        names.forEach(name -> words.addAll(List.of(name.split(" "))));
        kinds.forEach(kind -> words.addAll(List.of(kind.split(" "))));
        return new Concept(id, names, kinds, group, words);
    }

    /// {@return whether its name tells a colour, so that in another colour it would be something else}
    public boolean coloured() {
        return !Collections.disjoint(words, COLOURS);
    }

    /// {@return whether its mirror image is the same thing: not so where there are letters or directions}
    public boolean mirrors() {
        return group.equals("Animals & Nature") || group.equals("Food & Drink");
    }
}
