package clipscope.train.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Examples to learn from, and examples to examine with.
///
/// **Thread:** Immutable.
record Split(List<Example> training, List<Example> heldOut) {

    private static final int MOST = 1000; // held out: ± 3 % at 95 %, and quickly encoded
    private static final int ENOUGH = 8; // held out where there are few

    Split {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /// {@return a split of different pictures, which depends on them and the seed alone}
    ///
    /// Where folders are labels, the last picture of a label is never held out: nothing could be learned of
    /// it.
    ///
    /// @param examples in an order of their own
    static Split of(List<Example> examples, DataSettings settings, DataForm form) {
        int wanted = Math.clamp(
                Math.round(examples.size() * settings.heldOut()), Math.min(ENOUGH, examples.size() / 4), MOST);
        Map<String, Long> left = examples.stream()
                .collect(Collectors.groupingBy(each -> group(each, form), HashMap::new, Collectors.counting()));
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        List<Example> training = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        for (Example each : shuffled) {
            String group = group(each, form);
            if (heldOut.size() < wanted && (form != DataForm.FOLDERS || left.getOrDefault(group, 0L) > 1)) {
                left.merge(group, -1L, Long::sum);
                heldOut.add(each);
            } else {
                training.add(each);
            }
        }
        return new Split(training, heldOut);
    }

    private static String group(Example example, DataForm form) {
        return form == DataForm.FOLDERS ? CaptionSearch.labelOf(example.file()) : "";
    }
}
