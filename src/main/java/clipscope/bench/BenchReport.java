package clipscope.bench;

import java.util.List;
import java.util.OptionalLong;

/// What was measured.
///
/// **Thread:** Immutable.
///
/// @param peakMemoryBytes the most memory the process had, mapped weights that were read included; empty
///     where the system does not tell
public record BenchReport(
        Machine machine,
        String model,
        String architecture,
        List<Encoding> encodings,
        List<Preparing> preparing,
        OptionalLong peakMemoryBytes) {

    public BenchReport {
        encodings = List.copyOf(encodings);
        preparing = List.copyOf(preparing);
    }

    /// The machine, as its system describes it.
    public record Machine(String processor, int processors, String system, String java) {}

    /// A model in one precision.
    ///
    /// @param loadSeconds from the files to a model that can encode, the files read before
    public record Encoding(String precision, double loadSeconds, List<Rate> images, List<Rate> texts) {

        public Encoding {
            images = List.copyOf(images);
            texts = List.copyOf(texts);
        }
    }

    /// How fast a batch goes.
    ///
    /// **Unit:** inputs a second.
    ///
    /// @param limit what the matrix products alone allow
    public record Rate(int batch, double perSecond, double limit) {

        /// {@return how much of the limit was reached}
        public double share() {
            return perSecond / limit;
        }

        /// {@return how long one batch takes}
        public double milliseconds() {
            return 1000 * batch / perSecond;
        }
    }

    /// How fast one core turns picture files into what the image tower takes.
    ///
    /// @param exactPerSecond every pixel decoded
    /// @param reducedPerSecond decoded at the size that is needed
    public record Preparing(String picture, double exactPerSecond, double reducedPerSecond) {}
}
