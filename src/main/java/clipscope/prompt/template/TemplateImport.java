package clipscope.prompt.template;

import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads templates out of what people have: one a line; lists of strings, f-strings or lambdas as in Python
/// and JSON; Markdown with such lists in its code blocks. The text is read as data: nothing in it is run.
///
/// **Thread:** Immutable.
///
/// @param templates without repetitions, in the order of the text
/// @param labels of lists that are called `classes` or the like
/// @param skipped what was left out: the first parts, where they are many
/// @param leftOut how many parts were left out
public record TemplateImport(List<PromptTemplate> templates, List<String> labels, List<Skipped> skipped, int leftOut) {

    private static final Texts TEXTS = Texts.beside(TemplateImport.class);

    /// More is no list of templates.
    public static final int MAX_CHARACTERS = 1 << 20;

    static final int MAX_TEMPLATES = 2_000;
    private static final int MAX_SKIPPED = 100; // kept with their reasons
    private static final int MAX_LENGTH = 500; // characters of a template; text towers read about 300

    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*```[^\\n]*$");
    private static final Pattern CODE = Pattern.compile("\\[\\s*(?:#[^\\n]*\\s+)*[rbufRBUF]{0,2}[\"']|\\blambda\\b");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]\\s+|\\d+[.)]\\s+)");
    private static final Pattern QUOTED = Pattern.compile("^([\"'])(.*)\\1,?$");

    public TemplateImport {
        templates = List.copyOf(templates);
        labels = List.copyOf(labels);
        skipped = List.copyOf(skipped);
    }

    /// A part that was left out.
    ///
    /// @param text as it stood there, shortened
    /// @param reason in words, without a full stop
    public record Skipped(String text, String reason) {}

    /// Reads a text. Whatever it holds, this ends and throws nothing.
    public static TemplateImport parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return new TemplateImport(
                    List.of(), List.of(), List.of(new Skipped(TEXTS.get("skip.all"), TEXTS.get("skip.all.long"))), 1);
        }
        Collector found = new Collector();
        String code = fenced(text);
        if (CODE.matcher(code).find()) {
            StringLiterals.of(code).forEach(found::literal);
        } else {
            code.lines().forEach(found::line);
        }
        return found.result();
    }

    /// The code blocks of Markdown, if there are any: apostrophes of the prose around them quote nothing.
    private static String fenced(String text) {
        String[] parts = FENCE.split(text, -1);
        if (parts.length < 3) {
            return text;
        }
        StringBuilder inside = new StringBuilder();
        for (int i = 1; i < parts.length; i += 2) {
            inside.append(parts[i]).append('\n');
        }
        return inside.toString();
    }

    /// What has been found so far.
    private static final class Collector {

        private final Set<PromptTemplate> templates = new LinkedHashSet<>();
        private final Set<String> labels = new LinkedHashSet<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private int leftOut;

        private void literal(StringLiterals.Literal literal) {
            if (literal.problem().isPresent()) {
                skip(literal.text(), literal.problem().get());
            } else if (literal.ofLabels()) {
                labels.add(literal.text());
            } else {
                template(
                        literal.formatted() ? new PromptTemplate(literal.text()) : PlaceNames.template(literal.text()));
            }
        }

        private void line(String line) {
            String text = BULLET.matcher(line).replaceFirst("").strip();
            String bare = QUOTED.matcher(text).replaceFirst("$2").strip();
            if (!bare.isEmpty() && !bare.startsWith("#")) {
                template(PlaceNames.template(bare));
            }
        }

        private void template(PromptTemplate template) {
            String text = template.text();
            if (!template.hasPlace()) {
                skip(text, TEXTS.get("skip.place"));
            } else if (text.length() > MAX_LENGTH) {
                skip(text, TEXTS.get("skip.long", MAX_LENGTH));
            } else if (templates.size() >= MAX_TEMPLATES) {
                skip(text, TEXTS.get("skip.many", MAX_TEMPLATES));
            } else {
                templates.add(template);
            }
        }

        private void skip(String text, String reason) {
            leftOut++;
            if (skipped.size() < MAX_SKIPPED) {
                skipped.add(new Skipped(text.length() > 60 ? text.substring(0, 60) + "…" : text, reason));
            }
        }

        private TemplateImport result() {
            return new TemplateImport(List.copyOf(templates), List.copyOf(labels), skipped, leftOut);
        }
    }
}
