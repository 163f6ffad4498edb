package clipscope.prompt.template;

import clipscope.language.Texts;
import java.util.Optional;
import java.util.regex.Pattern;

/// The inside of an f-string: places for names, doubled braces for braces. An expression is never worked out.
final class FormattedText {

    private static final Texts TEXTS = Texts.beside(FormattedText.class);

    private static final Pattern NAME = Pattern.compile("\\s*[A-Za-z_][A-Za-z0-9_]*\\s*");

    private FormattedText() {}

    static StringLiterals.Literal read(String list, String text) {
        StringBuilder result = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                result.append(c);
                i += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end < 0 || !NAME.matcher(text.substring(i + 1, end)).matches()) {
                    return new StringLiterals.Literal(list, text, true, Optional.of(TEXTS.get("skip.expression")));
                }
                result.append("{}");
                i = end + 1;
            } else {
                result.append(c);
                i++;
            }
        }
        return new StringLiterals.Literal(list, result.toString(), true, Optional.empty());
    }
}
