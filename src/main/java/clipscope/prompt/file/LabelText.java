package clipscope.prompt.file;

import clipscope.prompt.LabelList;
import clipscope.prompt.template.StringLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Labels as people have them elsewhere: lists of strings as in Python and JSON, and lists in Markdown. The
/// text is read as data: nothing in it is run.
///
/// **Thread:** Stateless.
public final class LabelText {

    /// A bracket, a number as the key of a dictionary if need be, and a string; or strings without any
    /// bracket.
    private static final Pattern CODE = Pattern.compile("(?:^|=|:)\\s*[\\[({]\\s*(?:#[^\\n]*\\s+)*(?:\\d+\\s*:\\s*)?"
            + "(?:[\\[({]\\s*)?[rbuRBU]?[\"']|^\\s*'[^'\\n]*'\\s*,");
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*+•]|\\d{1,5}[.)])\\s+(?:\\[[ xX]]\\s+)?(\\S.*)");
    private static final Pattern EMPHASIS = Pattern.compile("^(\\*\\*|__|[*_`])(.+)\\1$");
    private static final Pattern HEADING = Pattern.compile("\\s*#{1,6}\\s.*");

    private LabelText() {}

    /// {@return the labels of a list in Python, JSON or Markdown, without blank ones and repetitions; empty
    /// if the text is no such list}
    public static Optional<List<String>> listed(String text) {
        List<String> strings = CODE.matcher(text).find() ? strings(text) : List.of();
        List<String> found = strings.isEmpty() ? bullets(text) : strings;
        return Optional.of(LabelList.lines(String.join("\n", found))).filter(labels -> !labels.isEmpty());
    }

    /// Lists that are called `classes` or the like say themselves which strings are labels.
    private static List<String> strings(String code) {
        List<StringLiterals.Literal> usable = StringLiterals.of(code).stream()
                .filter(literal -> literal.problem().isEmpty())
                .toList();
        boolean named = usable.stream().anyMatch(StringLiterals.Literal::ofLabels);
        return usable.stream()
                .filter(literal -> !named || literal.ofLabels())
                .map(StringLiterals.Literal::text)
                .toList();
    }

    /// One bullet alone may be how a label begins, and so may those among other lines.
    private static List<String> bullets(String text) {
        List<String> found = new ArrayList<>();
        for (String line : text.lines().filter(some -> !some.isBlank()).toList()) {
            Matcher bullet = BULLET.matcher(line);
            if (bullet.matches()) {
                found.add(EMPHASIS.matcher(bullet.group(1).strip()).replaceFirst("$2"));
            } else if (!HEADING.matcher(line).matches()) {
                return List.of();
            }
        }
        return found.size() > 1 ? found : List.of();
    }
}
