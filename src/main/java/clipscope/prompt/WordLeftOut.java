package clipscope.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A word of a prompt, and the prompt without it.
///
/// **Thread:** Immutable.
///
/// @param before what stands between the word before it and this one
/// @param word without the signs around it
/// @param rest the prompt without the word
public record WordLeftOut(String before, String word, String rest) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// {@return each word of a prompt, in their order}
    public static List<WordLeftOut> of(String prompt) {
        List<WordLeftOut> words = new ArrayList<>();
        int end = 0;
        for (MatchResult match : WORD.matcher(prompt).results().toList()) {
            String rest = prompt.substring(0, match.start()) + prompt.substring(match.end());
            words.add(new WordLeftOut(
                    prompt.substring(end, match.start()),
                    match.group(),
                    SPACES.matcher(rest).replaceAll(" ").strip()));
            end = match.end();
        }
        return words;
    }
}
