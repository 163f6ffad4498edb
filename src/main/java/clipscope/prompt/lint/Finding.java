package clipscope.prompt.lint;

import java.util.List;

/// Something about a label, a template or a prompt that is likely to spoil its scores.
///
/// **Thread:** Immutable.
///
/// @param subject the label or template, as typed, or that it is the prompt
/// @param reason in a sentence or two, with its number
/// @param fixes changes that do away with it; none where only the person can know
public record Finding(Kind kind, String subject, String reason, List<Fix> fixes) {

    public Finding {
        fixes = List.copyOf(fixes);
    }

    /// What is found, what weighs most first.
    public enum Kind {
        CUT,
        UNKNOWN_WORD,
        NEAR_DUPLICATE,
        NEGATION,
        COUNTING,
        DIGITS,
        AMBIGUOUS,
        SPELLING,
        LENGTHS,
        NEVER_WINS
    }
}
