package clipscope.ui.classify.scores;

import java.util.List;
import java.util.OptionalDouble;

/// What can be said of "none of these".
///
/// **Thread:** Immutable.
public sealed interface NoneState {

    /// The question makes no sense here: no labels, no model, or no probabilities that are shared.
    record Hidden() implements NoneState {}

    /// The labels are not compared with other words, but could be.
    record Offered() implements NoneState {}

    /// The other words are being encoded.
    record Reading() implements NoneState {}

    /// The labels are compared with other words.
    ///
    /// @param probability of all other words together, [0, 1]; empty where each label is judged alone, or no
    ///     image is looked at
    /// @param words how many take part
    /// @param synonyms words left out since they mean what a label means
    record Compared(OptionalDouble probability, int words, List<String> synonyms) implements NoneState {

        public Compared {
            synonyms = List.copyOf(synonyms);
        }
    }
}
