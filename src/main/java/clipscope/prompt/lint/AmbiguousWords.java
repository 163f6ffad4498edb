package clipscope.prompt.lint;

import java.util.List;
import java.util.Map;

/// Words that mean several things to see, and the things.
final class AmbiguousWords {

    private static final Map<String, List<String>> SENSES = Map.ofEntries(
            sense("crane", "bird", "machine"),
            sense("nail", "finger", "metal"),
            sense("kite", "toy", "bird"),
            sense("boxer", "dog", "sports"),
            sense("bat", "animal", "sports"),
            sense("mouse", "animal", "computer"),
            sense("seal", "animal", "stamp"),
            sense("jaguar", "animal", "car"),
            sense("turkey", "bird", "dish"),
            sense("orange", "fruit", "colour"),
            sense("palm", "tree", "hand"),
            sense("trunk", "tree", "elephant", "car"),
            sense("bark", "tree", "dog"),
            sense("bank", "building", "river"),
            sense("date", "fruit", "calendar"),
            sense("bow", "ribbon", "weapon", "ship"),
            sense("ring", "jewellery", "circle"),
            sense("pen", "writing", "animals"),
            sense("spring", "season", "coil", "water"),
            sense("fan", "cooling", "supporter"),
            sense("bolt", "screw", "lightning"),
            sense("chest", "body", "furniture"),
            sense("mole", "animal", "skin"),
            sense("drill", "tool", "monkey"),
            sense("horn", "animal", "instrument", "car"),
            sense("club", "weapon", "golf", "dancing"),
            sense("ray", "fish", "light"),
            sense("sole", "fish", "shoe"),
            sense("swallow", "bird", "drinking"),
            sense("duck", "bird", "crouching"),
            sense("pitcher", "jug", "baseball"),
            sense("screen", "display", "room divider"),
            sense("tank", "army", "water"),
            sense("top", "clothing", "toy"),
            sense("tie", "clothing", "knot"),
            sense("pool", "swimming", "billiards"),
            sense("court", "sports", "law"),
            sense("organ", "instrument", "body"),
            sense("plant", "leaves", "factory"),
            sense("pot", "cooking", "flowers"),
            sense("star", "sky", "shape", "celebrity"),
            sense("block", "toy", "building"),
            sense("bridge", "road", "card game", "teeth"),
            sense("cardinal", "bird", "priest"),
            sense("cricket", "insect", "sports"),
            sense("apple", "fruit", "brand"),
            sense("shell", "sea", "egg"),
            sense("glasses", "eyes", "drinking"),
            sense("keyboard", "computer", "music"),
            sense("chip", "food", "electronics"));

    private AmbiguousWords() {}

    private static Map.Entry<String, List<String>> sense(String word, String... senses) {
        return Map.entry(word, List.of(senses));
    }

    /// {@return what a label that is this one word may mean, none for a word that is not known to be
    /// ambiguous}
    static List<String> senses(String word) {
        return SENSES.getOrDefault(word, List.of());
    }
}
