package clipscope.prompt.lint;

import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;

/// A change that does away with a finding.
///
/// **Thread:** Immutable.
public sealed interface Fix {

    /// {@return what a button says}
    default String title() {
        Texts texts = Texts.beside(Fix.class);
        return switch (this) {
            case CallInPrompts(String _, String name) -> texts.get("fix.say", name);
            case Rename(String _, String name) -> texts.get("fix.write", name);
            case RemoveLabel(String label) -> texts.get("fix.remove", label);
            case UseTemplate(PromptTemplate template) -> texts.get("fix.use", template.text());
            case LookAt(String prompt) -> texts.get("fix.say", prompt);
        };
    }

    /// The label keeps its name, and another stands in its prompts.
    record CallInPrompts(String label, String name) implements Fix {}

    /// The label itself is written otherwise.
    record Rename(String label, String name) implements Fix {}

    /// The label goes.
    record RemoveLabel(String label) implements Fix {}

    /// Another template takes the place of the session's.
    record UseTemplate(PromptTemplate template) implements Fix {}

    /// Another prompt is looked at.
    record LookAt(String prompt) implements Fix {}
}
