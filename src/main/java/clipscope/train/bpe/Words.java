package clipscope.train.bpe;

import clipscope.clip.text.ClipTokenizerJson;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How CLIP's tokenizer splits a text into words, before it cuts them into pieces.
///
/// **Source:** `SimpleTokenizer.pat` in `clip/simple_tokenizer.py` of openai/CLIP.
public final class Words {

    private static final Pattern WORD = Pattern.compile(ClipTokenizerJson.WORD);

    private Words() {}

    /// {@return the words of a text, in lower case}
    public static List<String> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
