package clipscope.train.own;

import java.nio.file.Path;

/// What a training begins with.
///
/// **Thread:** Immutable.
public sealed interface Start {

    /// Random weights.
    record FromNothing(ModelSize size) implements Start {}

    /// The weights of a model.
    ///
    /// @param model its folder, or a file in it
    record FromModel(Path model) implements Start {}
}
