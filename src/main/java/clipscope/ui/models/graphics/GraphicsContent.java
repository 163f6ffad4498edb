package clipscope.ui.models.graphics;

import clipscope.problem.Problem;

/// What is said of the build of PyTorch for graphics cards, and what can be done.
sealed interface GraphicsContent {

    /// There is nothing to say: no card of NVIDIA's, or no build for this system.
    record Nothing() implements GraphicsContent {}

    /// It is not here, or not all of it.
    record Absent() implements GraphicsContent {}

    /// The server is asked.
    record Asking() implements GraphicsContent {}

    /// The server has told its size.
    ///
    /// @param bytes to fetch; 0 if it did not say
    record Offered(long bytes) implements GraphicsContent {}

    record Coming() implements GraphicsContent {}

    /// It is here.
    ///
    /// @param inUse whether this program computes with it; else the next start will
    record Ready(boolean inUse) implements GraphicsContent {}

    record DidNotStart() implements GraphicsContent {}

    record Failed(Problem problem) implements GraphicsContent {}
}
