package clipscope.clip.text;

import clipscope.language.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is done to a text before its pieces are looked up, where the tokenizer's own file does not say it.
///
/// **Thread:** Immutable.
public enum TextRule {
    /// Nothing: the file has all rules, as those of CLIP do.
    AS_WRITTEN("rule.file"),

    /// Lower case: SigLIP 2.
    LOWER_CASE("rule.lower"),

    /// Lower case, without ASCII punctuation and with single spaces: SigLIP.
    ///
    /// **Source:** `canonicalize_text` in `tokenization_siglip.py` of huggingface/transformers.
    BARE_WORDS("rule.bare");

    private static final Texts TEXTS = Texts.beside(TextRule.class);

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}"); // ASCII, as Python's string.punctuation
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\x1c-\\x1f]+", Pattern.UNICODE_CHARACTER_CLASS); // as Python's str.isspace
    private static final String WORD_START = "\u2581"; // how pieces write a space: none may come from outside

    private final String key;

    TextRule(String key) {
        this.key = key;
    }

    /// {@return the rule in words, for a certificate}
    public String words() {
        return TEXTS.get(key);
    }

    /// {@return the text as the pieces are looked up for it}
    String apply(String text) {
        return switch (this) {
            case AS_WRITTEN -> text;
            case LOWER_CASE -> text.toLowerCase(Locale.ROOT);
            case BARE_WORDS -> bareWords(text.toLowerCase(Locale.ROOT));
        };
    }

    private static String bareWords(String text) {
        String spaced = text.replace(WORD_START, " ");
        return SPACES.matcher(PUNCTUATION.matcher(spaced).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
