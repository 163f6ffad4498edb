package clipscope.session;

import java.util.List;

/// Something to try with pictures that come with the program, and what to look at while trying it.
///
/// **Thread:** Immutable.
///
/// @param title what it is, in a few words
/// @param about one sentence
/// @param steps what to do and to look at, one after the other
public record Experiment(String title, String about, List<String> steps, Example example) {

    public Experiment {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("nothing to do in " + title);
        }
    }
}
