package clipscope.train.data;

import java.util.List;
import java.util.stream.Stream;

/// Pictures and captions, ready to be learned from.
///
/// **Thread:** Immutable.
///
/// @param training what is learned from
/// @param heldOut what the training is examined with, and never sees
/// @param fingerprint the same for the same pictures, captions and split
public record PairData(
        DataForm form, List<Example> training, List<Example> heldOut, List<DataProblem> problems, String fingerprint) {

    public PairData {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
        problems = List.copyOf(problems);
    }

    /// {@return how many different captions there are}
    public long captions() {
        return Stream.concat(training.stream(), heldOut.stream())
                .flatMap(each -> each.captions().stream())
                .distinct()
                .count();
    }
}
