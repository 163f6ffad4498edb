package clipscope.train.bpe;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How CLIP's tokenizer splits a text into words, before it cuts them into pieces.
///
/// **Source:** `SimpleTokenizer.pat` in `clip/simple_tokenizer.py` of openai/CLIP.
public final class Words {

    /// Contractions, runs of letters, single digits, runs of anything else.
    static final String PATTERN = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

    private static final Pattern WORD = Pattern.compile(PATTERN);

    private Words() {}

    /// {@return the words of a text, in lower case}
    public static List<String> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
