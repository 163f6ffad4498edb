package clipscope.session.output;

/// Text as a page holds it. What comes from files and people stays text, whatever is in it.
final class HtmlText {

    private HtmlText() {}

    /// {@return the text for between tags, and for an attribute in double quotes}
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default ->
                    escaped.appendCodePoint(Character.isValidCodePoint(point) && visible(point) ? point : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /// Control characters and lone surrogates are not allowed in a page.
    private static boolean visible(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !surrogate && (!Character.isISOControl(point) || Character.isWhitespace(point));
    }
}
