package clipscope.prompt.template;

import clipscope.prompt.PromptTemplate;

/// A template that is tried out, and whether the ensemble has it.
///
/// **Thread:** Immutable.
public record Candidate(PromptTemplate template, boolean used) {

    Candidate withUsed(boolean other) {
        return new Candidate(template, other);
    }
}
