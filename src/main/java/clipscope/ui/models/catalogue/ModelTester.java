package clipscope.ui.models.catalogue;

import clipscope.problem.Problem;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Tests a model that has come, as a certificate does.
///
/// **Thread:** Confined to the JavaFX thread.
@FunctionalInterface
public interface ModelTester {

    /// How far a test is.
    sealed interface Result {

        /// It goes on.
        ///
        /// @param step what is being done now
        record Going(String step) implements Result {}

        record Passed() implements Result {}

        /// It computes something else than it should.
        ///
        /// @param verdict of the certificate
        record NotPassed(String verdict) implements Result {}

        /// It could not be tested, or cannot be loaded.
        record Broken(Problem problem) implements Result {}

        record Cancelled() implements Result {}
    }

    /// Starts a test.
    ///
    /// @param onResult told each step, and then one of the others
    void test(Path location, Consumer<? super Result> onResult);
}
