package clipscope.clip.text.rule;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `tokenizer.json` says is to be done to texts, to their words and to the list of tokens.
///
/// The native code that does it trusts the file: over a fault it ends the whole program. So each rule must be
/// of a kind that we know, and those that can go wrong are looked at first.
///
/// **Source:** `normalizers`, `pre_tokenizers` and `processors` of huggingface/tokenizers 0.21.
public final class TokenizerRules {

    /// Kinds of rules that nothing in a file can make fail.
    private static final Set<String> HARMLESS = Set.of(
            "BertNormalizer",
            "BertPreTokenizer",
            "ByteLevel",
            "CharDelimiterSplit",
            "Digits",
            "Lowercase",
            "Metaspace",
            "NFC",
            "NFD",
            "NFKC",
            "NFKD",
            "Nmt",
            "Prepend",
            "Punctuation",
            "Strip",
            "StripAccents",
            "UnicodeScripts",
            "Whitespace",
            "WhitespaceSplit");

    private static final List<String> PARTS = List.of("normalizers", "pretokenizers", "processors");

    private long ids;

    private TokenizerRules() {}

    /// Reads a rule, or null for none, and looks at it.
    ///
    /// @return one more than the highest token id that it adds to a text, 0 if it adds none
    /// @throws IllegalStateException saying what is wrong with it
    public static long check(JsonReader json) throws IOException {
        TokenizerRules rules = new TokenizerRules();
        if (RuleValue.read(json) instanceof Map<?, ?> rule) {
            rules.look(rule);
        }
        return rules.ids;
    }

    private void look(Map<?, ?> rule) {
        String kind = String.valueOf(rule.get("type"));
        switch (kind) {
            case "Sequence" -> PARTS.forEach(part -> parts(rule.get(part)));
            case "Replace" -> replacement(rule.get("pattern"));
            case "Split" -> split(rule.get("pattern"));
            case "Precompiled" -> CharacterMap.check(String.valueOf(rule.get("precompiled_charsmap")));
            case "RobertaProcessing", "BertProcessing" -> List.of("sep", "cls").forEach(end -> pair(rule.get(end)));
            case "TemplateProcessing" -> ids = Math.max(ids, TokenTemplate.check(rule));
            default -> {
                if (!HARMLESS.contains(kind)) {
                    throw new IllegalStateException("a rule of the unknown kind " + kind);
                }
            }
        }
    }

    private void parts(@Nullable Object list) {
        if (list instanceof List<?> rules) {
            for (Object rule : rules) {
                if (rule instanceof Map<?, ?> fields) {
                    look(fields);
                }
            }
        }
    }

    /// Native code goes beyond the end of a text when it replaces what is nothing.
    private static void replacement(@Nullable Object pattern) {
        if (pattern instanceof Map<?, ?> fields) {
            boolean nothing = "".equals(fields.get("String"));
            if (fields.get("Regex") instanceof String expression) {
                nothing |= Pattern.compile(expression).matcher("").find();
            }
            if (nothing) {
                throw new IllegalStateException("a replacement of nothing: " + fields.values());
            }
        }
        split(pattern);
    }

    private static void split(@Nullable Object pattern) {
        if (pattern instanceof Map<?, ?> fields && fields.get("Regex") instanceof String expression) {
            PatternCost.check(expression);
        }
    }

    /// A token's text and its id.
    private void pair(@Nullable Object token) {
        if (token instanceof List<?> list && list.size() == 2 && list.getLast() instanceof Double id) {
            ids = Math.max(ids, id.longValue() + 1);
        }
    }
}
