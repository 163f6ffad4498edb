package clipscope.train.world.art;

import clipscope.train.world.concept.Concept;
import clipscope.train.world.concept.WordList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The concepts of several icon sets, and who has drawn which.
///
/// Sets that tell no code points are matched by their names.
///
/// **Thread:** Immutable.
public final class Pictographs {

    private static final Pattern SKIN_TONE = Pattern.compile("1f3f[b-f]");
    private static final Pattern TONE_NAME = Pattern.compile("tone|\\d$");
    private static final int LONGEST_NAME = 7; // words; such as nobody would say

    private final List<Concept> concepts;
    private final Map<String, Map<String, Svg>> drawings; // by concept, then by set

    private Pictographs(List<Concept> concepts, Map<String, Map<String, Svg>> drawings) {
        this.concepts = List.copyOf(concepts);
        this.drawings = drawings;
    }

    /// Reads icon sets.
    ///
    /// @param folder holds one folder for each
    /// @param named sets whose names are used, the best first
    /// @param drawn further sets, of which only the drawings are used
    public static Pictographs read(Path folder, List<String> named, List<String> drawn) throws IOException {
        List<IconSet> sets = new ArrayList<>();
        for (String id : named) {
            sets.add(IconSet.read(folder.resolve(id)));
        }
        Map<String, Set<String>> names = names(sets);
        Map<String, String> conceptOf = new LinkedHashMap<>();
        names.forEach((id, all) -> all.forEach(name -> conceptOf.putIfAbsent(squeezed(name), id)));
        for (String id : drawn) {
            sets.add(IconSet.read(folder.resolve(id)));
        }
        Map<String, Map<String, Svg>> drawings = new TreeMap<>();
        for (IconSet set : sets) {
            set.icons().keySet().stream()
                    .sorted()
                    .forEach(name -> conceptOf(set, name, conceptOf)
                            .ifPresent(id -> drawings.computeIfAbsent(id, _ -> new TreeMap<>())
                                    .putIfAbsent(set.id(), set.icons().get(name))));
        }
        return new Pictographs(concepts(sets, names, drawings), drawings);
    }

    /// {@return names of each concept that a set tells the code points of}
    private static Map<String, Set<String>> names(List<IconSet> sets) {
        Map<String, Set<String>> names = new TreeMap<>();
        for (IconSet set : sets) {
            new TreeMap<>(set.codePoints()).forEach((name, code) -> {
                if (!SKIN_TONE.matcher(code).find()) {
                    names.computeIfAbsent(concept(code), _ -> new LinkedHashSet<>())
                            .add(name);
                }
            });
        }
        names.forEach((id, all) -> {
            for (IconSet set : sets) {
                for (String name : List.copyOf(all)) {
                    set.otherNames().getOrDefault(name, List.of()).stream()
                            .filter(other -> !TONE_NAME.matcher(other).find())
                            .sorted()
                            .forEach(all::add);
                }
            }
            if (!id.contains("-")) {
                Optional.ofNullable(Character.getName(Integer.parseInt(id, 16)))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .ifPresent(all::add);
            }
        });
        return names;
    }

    /// The variation selector only asks for colour.
    private static String concept(String code) {
        return code.replace("-fe0f", "");
    }

    private static Optional<String> conceptOf(IconSet set, String name, Map<String, String> conceptOf) {
        String code = set.codePoints().get(name);
        if (code != null) {
            return SKIN_TONE.matcher(code).find() ? Optional.empty() : Optional.of(concept(code));
        }
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(set.otherNames().getOrDefault(name, List.of()));
        return names.stream()
                .map(Pictographs::squeezed)
                .flatMap(each -> Optional.ofNullable(conceptOf.get(each)).stream())
                .findFirst();
    }

    /// {@return a name without what sets differ in: spaces, hyphens, the word "for" of flags}
    private static String squeezed(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^flag-for-(flag-)?", "flag-")
                .replaceAll("[^a-z0-9]", "");
    }

    private static List<Concept> concepts(
            List<IconSet> sets, Map<String, Set<String>> names, Map<String, Map<String, Svg>> drawings)
            throws IOException {
        WordList others = WordList.read("other-words.txt");
        WordList kinds = WordList.read("kinds.txt");
        List<Concept> concepts = new ArrayList<>();
        for (String id : drawings.keySet()) {
            Set<String> icons = names.getOrDefault(id, Set.of());
            Set<String> spoken = new LinkedHashSet<>();
            icons.forEach(name -> spoken.addAll(spoken(name)));
            if (spoken.isEmpty()) {
                continue;
            }
            for (String name : List.copyOf(spoken)) {
                spoken.addAll(others.of(name));
            }
            Set<String> kindsOfIt = new LinkedHashSet<>();
            spoken.forEach(name -> kindsOfIt.addAll(kinds.of(name)));
            String group = sets.stream()
                    .flatMap(set -> icons.stream().map(name -> set.groups().getOrDefault(name, "")))
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            concepts.add(Concept.of(id, List.copyOf(spoken), List.copyOf(kindsOfIt), group));
        }
        return concepts;
    }

    /// {@return an icon's name as people would say it}
    private static List<String> spoken(String name) {
        String words = name.replace('-', ' ')
                .replaceAll("[^a-z0-9 ]", "")
                .replaceAll(" +", " ")
                .strip();
        if (words.startsWith("flag ") && name.startsWith("flag-")) {
            String country = words.substring("flag ".length());
            return List.of("flag of " + country, country + " flag");
        }
        return words.isEmpty() || words.split(" ").length > LONGEST_NAME ? List.of() : List.of(words);
    }

    /// {@return all concepts, in the order of their code points}
    public List<Concept> concepts() {
        return concepts;
    }

    /// {@return the drawing of a concept in a set, if there is one}
    Optional<Svg> drawing(Concept concept, String set) {
        return Optional.ofNullable(drawings.getOrDefault(concept.id(), Map.of()).get(set));
    }

    /// {@return how many of some sets have drawn a concept}
    public int drawn(Concept concept, List<String> sets) {
        return (int)
                sets.stream().filter(set -> drawing(concept, set).isPresent()).count();
    }
}
