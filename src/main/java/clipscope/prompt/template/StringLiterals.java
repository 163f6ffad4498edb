package clipscope.prompt.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the strings in a piece of Python or JSON without understanding the rest of it.
///
/// One pass from left to right that looks at each character a bounded number of times.
///
/// **Thread:** Confined to the thread of its one reading.
///
/// **Source:** "String and Bytes literals" and "f-strings" of the Python language reference; RFC 8259.
public final class StringLiterals {

    private static final Set<String> LABEL_LISTS = Set.of("classes", "classnames", "class_names", "labels", "names");

    private final String code;
    private final List<Literal> found = new ArrayList<>();
    private String word = ""; // the last identifier or key, which may be the name of a list
    private String list = "";
    private int depth; // of brackets
    private int at;
    private boolean adjacent; // no sign since the last string: Python joins the two

    private StringLiterals(String code) {
        this.code = code;
    }

    /// A string.
    ///
    /// @param list the name of the list it stands in, lower case, empty if it has none
    /// @param text its value, with `{}` for the places of an f-string
    /// @param formatted whether it is an f-string, in which all places are replaced already
    /// @param problem why it cannot be used
    public record Literal(String list, String text, boolean formatted, Optional<String> problem) {

        /// {@return whether it stands in a list that is called `classes` or the like}
        public boolean ofLabels() {
            return LABEL_LISTS.contains(list);
        }
    }

    /// {@return the strings, in the order of the code}
    public static List<Literal> of(String code) {
        StringLiterals reader = new StringLiterals(code);
        while (reader.at < code.length()) {
            reader.step();
        }
        return reader.found;
    }

    private void step() {
        char c = code.charAt(at);
        if (c == '"' || c == '\'') {
            string("");
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else if (c == '#') {
            int end = code.indexOf('\n', at);
            at = end < 0 ? code.length() : end;
        } else {
            sign(c);
            at++;
        }
    }

    private void sign(char c) {
        switch (c) {
            case '[' -> {
                if (depth == 0) {
                    list = word.toLowerCase(Locale.ROOT);
                }
                depth++;
            }
            case ']' -> {
                depth = Math.max(0, depth - 1);
                if (depth == 0) {
                    list = "";
                    word = "";
                }
            }
            default -> {}
        }
        if (!Character.isWhitespace(c)) {
            adjacent = false;
        }
    }

    private void word() {
        int start = at;
        while (at < code.length() && (Character.isLetterOrDigit(code.charAt(at)) || code.charAt(at) == '_')) {
            at++;
        }
        String name = code.substring(start, at);
        boolean prefix = name.length() <= 2 && name.chars().allMatch(c -> "rRbBuUfF".indexOf(c) >= 0);
        if (prefix && at < code.length() && (code.charAt(at) == '"' || code.charAt(at) == '\'')) {
            string(name.toLowerCase(Locale.ROOT));
        } else {
            word = name;
            adjacent = false;
        }
    }

    /// Reads a string whose quote is at the present place; one that does not end on its line is no string.
    private void string(String prefix) {
        char quote = code.charAt(at);
        String triple = String.valueOf(quote).repeat(3);
        if (code.startsWith(triple, at)) {
            int end = code.indexOf(triple, at + 3);
            at = end < 0 ? code.length() : end + 3; // documentation, as a rule
            return;
        }
        int end = end(quote, at + 1);
        if (end < 0) {
            at++;
            return;
        }
        String raw = code.substring(at + 1, end);
        at = end + 1;
        if (depth == 0 && nextSign() == ':') {
            word = raw; // a key of a JSON object
            return;
        }
        String text = prefix.contains("r") ? raw : unescaped(raw);
        add(prefix.contains("f") ? FormattedText.read(list, text) : new Literal(list, text, false, Optional.empty()));
        adjacent = true;
    }

    private void add(Literal literal) {
        if (adjacent && !found.isEmpty()) {
            Literal before = found.removeLast();
            found.add(new Literal(
                    list,
                    before.text() + literal.text(),
                    before.formatted() || literal.formatted(),
                    before.problem().or(literal::problem)));
        } else {
            found.add(literal);
        }
    }

    private int end(char quote, int from) {
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\n') {
                return -1;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    private char nextSign() {
        for (int i = at; i < code.length(); i++) {
            if (!Character.isWhitespace(code.charAt(i))) {
                return code.charAt(i);
            }
        }
        return ' ';
    }

    /// Undoes the escapes that occur in sentences; any other stands as it is.
    private static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'n', 't', 'r', '\n' -> text.append(' ');
                case 'u' -> {
                    int code = hex(raw, i + 1);
                    text.append(code < 0 ? 'u' : (char) code);
                    i += code < 0 ? 0 : 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    private static int hex(String raw, int from) {
        if (from + 4 > raw.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
