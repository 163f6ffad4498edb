package clipscope.clip.text.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of tokens that a text becomes: itself, and special tokens before or after it.
final class TokenTemplate {

    private TokenTemplate() {}

    /// Looks whether it names only tokens that it gives the ids of, and one text where there is one.
    ///
    /// @param rule the fields of a `TemplateProcessing`
    /// @return one more than the highest id
    /// @throws IllegalStateException if it does not
    static long check(Map<?, ?> rule) {
        Map<?, ?> tokens = rule.get("special_tokens") instanceof Map<?, ?> given ? given : Map.of();
        pieces(rule.get("single"), tokens, List.of("A"));
        pieces(rule.get("pair"), tokens, List.of("A", "B"));
        long ids = 0;
        for (Object token : tokens.values()) {
            if (token instanceof Map<?, ?> fields && fields.get("ids") instanceof List<?> numbers) {
                ids = Math.max(ids, beyond(numbers));
            }
        }
        return ids;
    }

    private static void pieces(@Nullable Object template, Map<?, ?> tokens, List<String> texts) {
        if (!(template instanceof List<?> pieces)) {
            throw new IllegalStateException("a template that is no list");
        }
        for (Object piece : pieces) {
            String token = id(piece, "SpecialToken");
            String text = id(piece, "Sequence");
            if (token.isEmpty() ? !texts.contains(text) : !tokens.containsKey(token)) {
                throw new IllegalStateException("a template with the unknown " + (token.isEmpty() ? text : token));
            }
        }
    }

    private static String id(Object piece, String kind) {
        return piece instanceof Map<?, ?> fields
                        && fields.get(kind) instanceof Map<?, ?> inner
                        && inner.get("id") instanceof String id
                ? id
                : "";
    }

    private static long beyond(List<?> numbers) {
        long beyond = 0;
        for (Object number : numbers) {
            beyond = number instanceof Double id ? Math.max(beyond, id.longValue() + 1) : beyond;
        }
        return beyond;
    }
}
