package clipscope.clip.engine;

import java.util.Arrays;
import java.util.List;

/// A weight that a network needs: its name in a Hugging Face checkpoint and its shape.
///
/// **Thread:** Immutable.
public record WeightSpec(String name, List<Long> shape) {

    public WeightSpec {
        shape = List.copyOf(shape);
    }

    static WeightSpec of(String name, long... shape) {
        return new WeightSpec(name, Arrays.stream(shape).boxed().toList());
    }
}
