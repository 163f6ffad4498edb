package clipscope.session.compare;

import clipscope.embedding.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells words that mean what a label means from those that mean something else.
final class SynonymFilter {

    /// Prompts of one template are alike to begin with, so that only a cosine this near to 1 tells of one
    /// meaning.
    static final double SAME = 0.95;

    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SynonymFilter() {}

    /// A label or a word, as the text tower reads it.
    record Text(String words, Embedding embedding) {}

    /// Leaves out the words that are in a label, and those whose embeddings lie as near to a label's as those
    /// of synonyms do.
    static OtherWords.Sifted sift(List<Text> words, List<Text> labels) {
        Set<String> said = new HashSet<>();
        for (Text label : labels) {
            said.add(plain(label.words()));
            said.addAll(Arrays.asList(NOT_OF_WORDS.split(plain(label.words()), -1)));
        }
        List<Text> kept = new ArrayList<>();
        List<String> synonyms = new ArrayList<>();
        for (Text word : words) {
            boolean same = said.contains(plain(word.words()))
                    || labels.stream().anyMatch(label -> label.embedding().cosine(word.embedding()) > SAME);
            if (same) {
                synonyms.add(word.words());
            } else {
                kept.add(word);
            }
        }
        return new OtherWords.Sifted(
                kept.stream().map(Text::words).toList(),
                kept.stream().map(Text::embedding).toList(),
                synonyms);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
