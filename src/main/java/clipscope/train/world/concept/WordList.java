package clipscope.train.world.concept;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Words for names, from a text resource: lines like `animal: cat, dog`, which say of each on the right
/// what it may also be called.
///
/// **Thread:** Immutable.
public final class WordList {

    private final Map<String, List<String>> words;

    private WordList(Map<String, List<String>> words) {
        this.words = words;
    }

    /// Reads a resource beside this class.
    public static WordList read(String resource) throws IOException {
        Map<String, List<String>> words = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, words));
        }
        return new WordList(words);
    }

    private static void add(String line, Map<String, List<String>> words) {
        int colon = line.indexOf(':');
        List<String> left = Arrays.stream(line.substring(0, colon).split(","))
                .map(String::strip)
                .toList();
        Arrays.stream(line.substring(colon + 1).split(","))
                .map(String::strip)
                .forEach(name ->
                        words.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(left));
    }

    /// {@return the words on the left of all lines that have a name on their right}
    public List<String> of(String name) {
        return List.copyOf(words.getOrDefault(name, List.of()));
    }
}
