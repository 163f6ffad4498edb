package clipscope.prompt.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a label.
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SIGNS_AROUND = Pattern.compile("^[^\\p{L}\\p{N}(]+|[^\\p{L}\\p{N})]+$");

    private Words() {}

    /// {@return the words in lower case, in their order}
    static List<String> of(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// {@return the text without signs before and after it}
    static String stripped(String text) {
        return SIGNS_AROUND.matcher(text).replaceAll("");
    }
}
