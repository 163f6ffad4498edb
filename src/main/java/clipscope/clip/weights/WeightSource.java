package clipscope.clip.weights;

import clipscope.problem.ProblemException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Set;

/// The tensors of a model, by name.
///
/// **Thread:** Thread-safe but for [#close], which nobody may call while another thread reads a segment.
///
/// **Memory:** owns what it maps, until [#close].
public interface WeightSource extends AutoCloseable {

    /// {@return the file that a problem with a tensor is about}
    Path file();

    /// {@return the names of all tensors, in the order of the data}
    Set<String> names();

    /// {@return where a tensor lies and what it is}
    ///
    /// @throws ProblemException if there is no tensor of that name
    TensorEntry entry(String name) throws ProblemException;

    /// {@return a tensor's numbers: read-only, little-endian, row-major, aligned to their own size}
    ///
    /// **Memory:** valid until [#close], and a defect to touch afterwards.
    ///
    /// @throws ProblemException if there is no tensor of that name
    MemorySegment bytes(String name) throws ProblemException;

    @Override
    void close();
}
