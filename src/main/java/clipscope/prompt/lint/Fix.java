package clipscope.prompt.lint;

import clipscope.prompt.PromptTemplate;

/// A change that does away with a finding.
///
/// **Thread:** Immutable.
public sealed interface Fix {

    /// {@return what a button says}
    String title();

    /// The label keeps its name, and another stands in its prompts.
    record CallInPrompts(String label, String name) implements Fix {
        @Override
        public String title() {
            return "Say “" + name + "”";
        }
    }

    /// The label itself is written otherwise.
    record Rename(String label, String name) implements Fix {
        @Override
        public String title() {
            return "Write “" + name + "”";
        }
    }

    /// The label goes.
    record RemoveLabel(String label) implements Fix {
        @Override
        public String title() {
            return "Remove “" + label + "”";
        }
    }

    /// Another template takes the place of the session's.
    record UseTemplate(PromptTemplate template) implements Fix {
        @Override
        public String title() {
            return "Use “" + template.text() + "”";
        }
    }
}
