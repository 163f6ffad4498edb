package clipscope.prompt.template;

import clipscope.prompt.PromptTemplate;
import java.util.regex.Pattern;

/// The ways in which people write the place of the label.
public final class PlaceNames {

    private static final Pattern PLACE = Pattern.compile("\\{\\s*(?:[A-Za-z_][A-Za-z0-9_]*|0)?\\s*}|%s");

    private PlaceNames() {}

    /// {@return a template whose places are `{}`, however they were written: `{label}`, `{c}`, `{0}`, `%s`}
    public static PromptTemplate template(String text) {
        return new PromptTemplate(PLACE.matcher(text).replaceAll("{}"));
    }
}
