package clipscope.clip.text.rule;

/// Whether a regular expression is as simple as those of tokenizers: one that tries the same text in too many
/// ways makes native code give up, and the program with it.
///
/// Each of the alternatives at the top may repeat one thing, but no group, and nothing refers back. Then the
/// ways to try are as many as the text has places, not their power.
final class PatternCost {

    private static final int LONGEST = 2_000; // characters; that of CLIP has 61
    private static final String REPEATS = "*+{";

    private final String pattern;
    private int at;

    private PatternCost(String pattern) {
        this.pattern = pattern;
    }

    /// @throws IllegalStateException if it may take too long
    static void check(String pattern) {
        if (pattern.length() > LONGEST || !new PatternCost(pattern).isLow()) {
            String shown = pattern.length() <= 60 ? pattern : pattern.substring(0, 60) + "…";
            throw new IllegalStateException("a pattern that may take for ever: " + shown);
        }
    }

    private boolean isLow() {
        int depth = 0;
        int repeats = 0;
        boolean afterGroup = false;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (REPEATS.indexOf(c) >= 0) {
                repeats++;
                if (afterGroup || repeats > 1) {
                    return false;
                }
                skipRepeat();
                afterGroup = false;
                continue;
            }
            if ((c == '\\' && refersBack()) || pattern.startsWith("(?~", at) || pattern.startsWith("(?(", at)) {
                return false;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            repeats = c == '|' && depth == 0 ? 0 : repeats;
            afterGroup = c == ')';
            skipOne();
        }
        return true;
    }

    /// Past a repetition, and past the sign behind it that makes it lazy or possessive.
    private void skipRepeat() {
        if (pattern.charAt(at) == '{') {
            int end = pattern.indexOf('}', at);
            at = end < 0 ? pattern.length() - 1 : end;
        }
        at++;
        if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean refersBack() {
        char escaped = at + 1 < pattern.length() ? pattern.charAt(at + 1) : '\\';
        return "123456789kg".indexOf(escaped) >= 0;
    }

    /// Past a character, an escaped one, a property in braces, or a class in brackets: in it nothing repeats.
    private void skipOne() {
        char c = pattern.charAt(at);
        if (c == '\\') {
            boolean braces = at + 2 < pattern.length() && pattern.charAt(at + 2) == '{';
            int end = braces ? pattern.indexOf('}', at) : at + 1;
            at = end < 0 ? pattern.length() : end + 1;
        } else if (c == '[') {
            skipClass();
        } else {
            at++;
        }
    }

    private void skipClass() {
        int open = 0;
        do {
            char c = pattern.charAt(at);
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        } while (open > 0 && at < pattern.length());
    }
}
