package clipscope.clip.text;

import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that a model met in training, if its folder lists them.
///
/// A model trained on few words gives a confident number for any other: the person must be told.
///
/// **Thread:** Immutable.
final class KnownWords {

    private static final long MAX_BYTES = 64L << 20;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Optional<Set<String>> words;

    private KnownWords(Optional<Set<String>> words) {
        this.words = words;
    }

    /// Reads the list, one word a line. Without one, every word counts as known.
    ///
    /// @throws ProblemException if the list is there and cannot be read
    static KnownWords read(Optional<Path> file) throws ProblemException {
        if (file.isEmpty()) {
            return new KnownWords(Optional.empty());
        }
        Set<String> words = ModelTextFile.read(file.get(), MAX_BYTES)
                .lines()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(KnownWords::lowerCase)
                .collect(Collectors.toUnmodifiableSet());
        return new KnownWords(Optional.of(words));
    }

    /// {@return the words of the text that are not in the list: lower case, in their order, each once}
    List<String> unknownIn(String text) {
        if (words.isEmpty()) {
            return List.of();
        }
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(KnownWords::lowerCase)
                .filter(word -> !words.get().contains(word))
                .distinct()
                .toList();
    }

    private static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
